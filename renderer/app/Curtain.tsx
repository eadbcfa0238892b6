import { type ReactNode, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTopLayer } from '../ui/top-layer.ts'

/**
 * Stands in the place of everything else in the window, dialogs and toasts included: the rest is hidden from sight,
 * from screen readers and from the keyboard, and keeps all that was typed. It comes back as it was, focus included.
 */
export function Curtain({ children }: { children: ReactNode }) {
  const [host] = useState(() => {
    const element = document.createElement('div')
    element.style.height = '100%'
    return element
  })
  useTopLayer({ host, onEscape: () => {} })
  // Before anything is painted, and before the fields inside take the focus.
  useLayoutEffect(() => {
    const { activeElement, title } = document
    const hidden = new Set<HTMLElement>()
    const hide = () => {
      for (const child of document.body.children) {
        if (!(child instanceof HTMLElement) || child === host || child.hidden) continue
        child.hidden = true
        hidden.add(child)
      }
    }
    document.body.append(host)
    hide()
    const observer = new MutationObserver(hide)
    observer.observe(document.body, { childList: true })
    return () => {
      observer.disconnect()
      for (const child of hidden) child.hidden = false
      host.remove()
      document.title = title
      if (activeElement instanceof HTMLElement) activeElement.focus()
    }
  }, [host])
  return createPortal(children, host)
}
