import { useEffect, useLayoutEffect, useRef } from 'react'

interface TopLayer {
  /** Keys and mouse buttons outside it reach nothing; without one only Esc is kept from what lies behind. */
  readonly host?: HTMLElement
  readonly onEscape: () => void
}

const layers: { readonly current: TopLayer }[] = []

/**
 * Registered when the application loads, so that it hears of every event before the dialogs do: they close at Esc
 * wherever it is pressed.
 */
function keepFromBehind(event: Event): void {
  const top = layers.at(-1)?.current
  if (top === undefined) return
  const isEscape = event instanceof KeyboardEvent && event.key === 'Escape'
  const isOutside = top.host !== undefined && !(event.target instanceof Node && top.host.contains(event.target))
  const isShortcut = top.host !== undefined && event instanceof KeyboardEvent && isCombination(event)
  // Only what listens is kept from it: text is typed, copied and pasted as ever.
  if (isEscape || isOutside || isShortcut) event.stopImmediatePropagation()
  if (isEscape && event.type === 'keydown') top.onEscape()
}

const isCombination = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(event.key)

for (const name of ['keydown', 'keyup', 'mouseup']) window.addEventListener(name, keepFromBehind, true)

/** Whether something stands in the place of everything else: what lies behind is neither seen nor reached. */
export const isCovered = (): boolean => layers.some(({ current }) => current.host !== undefined)

/** Stands above every dialog while it is shown: Esc is its own, and what lies behind hears nothing of it. */
export function useTopLayer(layer: TopLayer): void {
  const latest = useRef(layer)
  useEffect(() => {
    latest.current = layer
  })
  useLayoutEffect(() => {
    layers.push(latest)
    return () => void layers.splice(layers.indexOf(latest), 1)
  }, [])
}
