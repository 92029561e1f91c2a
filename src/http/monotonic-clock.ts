// Fake timers replace the clock and the timers of a program while it runs, and restore them. A time read from one clock means
// nothing on another, and a timer of a removed clock never fires.

let read = performance.now
let start = setTimeout
let offset = 0
let last = 0
let replacements = 0

/** Returns the milliseconds on a clock that continues from its last reading if `performance.now` is replaced. */
export function now(): number {
  const time = performance.now()
  if (performance.now !== read || setTimeout !== start) {
    // Rounded up, so that differences of whole numbers stay exact.
    if (performance.now !== read) offset = Math.ceil(last - time)
    read = performance.now
    start = setTimeout
    replacements++
  }
  last = time + offset
  return last
}

/** Returns how often the clock or its timers have been replaced. */
export function clockReplacements(): number {
  now()
  return replacements
}
