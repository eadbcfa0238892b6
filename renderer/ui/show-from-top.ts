/** Scrolls the screen that an element stands on to its beginning, as a new screen would begin. */
export const showFromTop = (element: Element | null): void => element?.closest('main')?.scrollTo({ top: 0 })
