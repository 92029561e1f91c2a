/** Consecutive items with an unknown outcome, after which a job stops: the server is out of order. */
export const mostUnknown = 50
