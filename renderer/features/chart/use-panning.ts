import { type RefObject, useEffect } from 'react'

/** So far, in CSS pixels, the pointer may shake while a button is pressed. */
const shake = 4

/** Lets the content of a scrolling element be pulled about by the mouse, also from things that can be clicked. */
export function usePanning(viewport: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const frame = viewport.current
    if (frame === null) return
    let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | null = null
    let moved = false

    const onDown = (event: PointerEvent) => {
      moved = false
      if (event.button !== 0 || event.pointerType === 'touch') return
      from = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop }
    }
    const onMove = (event: PointerEvent) => {
      if (from === null) return
      const [x, y] = [event.clientX - from.x, event.clientY - from.y]
      if (!moved && Math.hypot(x, y) < shake) return
      moved = true
      frame.dataset.panning = ''
      frame.scrollTo(from.left - x, from.top - y)
    }
    const onUp = () => {
      from = null
      delete frame.dataset.panning
    }
    // What was pulled about was not clicked.
    const onClick = (event: MouseEvent) => {
      if (moved) event.stopPropagation()
      moved = false
    }
    frame.addEventListener('pointerdown', onDown)
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onUp)
    frame.addEventListener('click', onClick, true)
    return () => {
      frame.removeEventListener('pointerdown', onDown)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onUp)
      frame.removeEventListener('click', onClick, true)
    }
  }, [viewport])
}
