/** A message for the author: the command writes nothing. */
export class Refusal extends Error {}
