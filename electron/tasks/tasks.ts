import { Refusal } from '../contract/errors.ts'

/** Long work that goes on after the call that began it. */
export interface Task {
  /** Cancels what is under way and settles when it has ended. Never rejects. */
  stop(): Promise<void>
}

/** The tasks of one kind: one for each person, whom alone it answers. */
export interface Tasks<Kind extends Task> {
  /** Keeps a task and answers its id. An earlier one of the person is stopped and forgotten. */
  keep(accountId: number, task: Kind): number
  /** Throws Refusal `NOT_FOUND` for one that is forgotten or somebody else's. */
  find(accountId: number, id: number): Kind
  /** Stops a task and forgets what it knows. */
  forget(accountId: number, id: number): Promise<void>
  /** Stops all of them: the data is about to close. */
  stop(): Promise<void>
}

export function createTasks<Kind extends Task>(): Tasks<Kind> {
  const kept = new Map<number, { readonly id: number; readonly task: Kind }>()
  let lastId = 0

  function find(accountId: number, id: number): Kind {
    const own = kept.get(accountId)
    if (own?.id === id) return own.task
    throw new Refusal('NOT_FOUND', 'This is over: Staffdesk has forgotten it.')
  }

  return {
    keep(accountId, task) {
      void kept.get(accountId)?.task.stop()
      lastId += 1
      kept.set(accountId, { id: lastId, task })
      return lastId
    },
    find,
    async forget(accountId, id) {
      const task = find(accountId, id)
      kept.delete(accountId)
      await task.stop()
    },
    async stop() {
      await Promise.all([...kept.values()].map(({ task }) => task.stop()))
    },
  }
}
