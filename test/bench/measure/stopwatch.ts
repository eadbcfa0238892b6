/**
 * Does something that answers a promise, once for each thing prepared; answers what each took, in microseconds. All
 * things are prepared before the first is timed.
 */
export async function timeEach<Thing>(
  times: number,
  prepare: (index: number) => Thing | Promise<Thing>,
  act: (thing: Thing) => Promise<unknown>,
): Promise<number[]> {
  const things: Thing[] = []
  for (let index = 0; index < times; index += 1) things.push(await prepare(index))
  const taken: number[] = []
  for (const thing of things) {
    const begun = performance.now()
    await act(thing)
    taken.push((performance.now() - begun) * 1000)
  }
  return taken
}

/** As `timeEach`, for what answers at once: waiting for a promise would be added to it. */
export async function timeEachAtOnce<Thing>(
  times: number,
  prepare: (index: number) => Thing | Promise<Thing>,
  act: (thing: Thing) => unknown,
): Promise<number[]> {
  const things: Thing[] = []
  for (let index = 0; index < times; index += 1) things.push(await prepare(index))
  return things.map((thing) => {
    const begun = performance.now()
    act(thing)
    return (performance.now() - begun) * 1000
  })
}
