/** The first argument of Electron's events. */
export type StandInEvent = { preventDefault(): void; readonly defaultPrevented: boolean }

/** An event that a listener may prevent, with further members of the given kind. */
export function createEvent<T extends object>(members: T): T & StandInEvent {
  let prevented = false
  const event = {
    preventDefault() {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(members)) as T & StandInEvent
}
