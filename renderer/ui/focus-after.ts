/**
 * Gives the focus to the screen's heading once what had it is gone from the screen, such as the row of a table whose
 * button was pressed: it would be nowhere, and whoever works by keyboard would begin at the top of the window. Ends when
 * the person goes elsewhere before that.
 * @param opener what the person acted on
 */
export function keepFocusAfter(opener: Element | null): void {
  if (opener === null) return
  const observer = new MutationObserver(() => {
    if (opener.isConnected || document.activeElement !== document.body) return
    end()
    document.querySelector<HTMLElement>('h1')?.focus()
  })
  const onFocus = ({ target }: FocusEvent) => {
    if (target !== opener) end()
  }
  function end(): void {
    observer.disconnect()
    document.removeEventListener('focusin', onFocus)
  }
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', onFocus)
}
