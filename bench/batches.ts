/** Microseconds per call of calls that wait for each other. */
export async function inSequence(calls: number, call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let made = 0; made < calls; made++) await call()
  return ((performance.now() - start) * 1000) / calls
}

/** Microseconds per call of calls of which several are in flight at any time. */
export async function inFlight(several: number, calls: number, call: () => Promise<unknown>): Promise<number> {
  let left = calls
  const worker = async () => {
    while (left-- > 0) await call()
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: several }, worker))
  return ((performance.now() - start) * 1000) / calls
}
