/** What acknowledged changes survive: the end of the process, or a power failure too. */
export type Durability = 'process' | 'power'
