/** One way of doing something that is measured beside others. */
export interface Subject {
  readonly name: string
  /** Does it so many times; answers what each took, in microseconds. */
  readonly run: (times: number) => Promise<readonly number[]>
}

export interface Plan {
  readonly rounds: number
  /** Rounds before those that count, for compilers and caches. */
  readonly warmUp: number
  /** How often each subject does it in a round. */
  readonly times: number
}

/** What a subject took, by rounds. */
export type Rounds = readonly (readonly number[])[]

/**
 * Lets every subject have its turn in every round, in an order that is drawn anew each time, so that none of them
 * always follows the same other and a slow while of the machine meets them all.
 * @param random from 0 up to 1
 */
export async function measureInRounds(
  subjects: readonly Subject[],
  { rounds, warmUp, times }: Plan,
  random: () => number,
): Promise<ReadonlyMap<string, Rounds>> {
  const taken = new Map<string, (readonly number[])[]>(subjects.map(({ name }) => [name, []]))
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const { name, run } of shuffled(subjects, random)) {
      const samples = await run(times)
      if (round >= 0) taken.get(name)?.push(samples)
    }
  }
  return taken
}

/** The same items in an order that is drawn (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const drawn = Math.floor(random() * (last + 1))
    const [one, other] = [order[last], order[drawn]]
    if (one !== undefined && other !== undefined) [order[last], order[drawn]] = [other, one]
  }
  return order
}
