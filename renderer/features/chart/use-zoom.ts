import { type RefObject, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const
const smallest = steps[0]
const largest = 2

/** The width that is printed on, in CSS pixels: A4 upright between margins of a centimetre. */
const paperWidth = 700

/** The next step from a zoom that may stand between two. */
export const steppedZoom = (zoom: number, direction: 'in' | 'out'): number =>
  (direction === 'in' ? steps.find((step) => step > zoom + 0.001) : steps.findLast((step) => step < zoom - 0.001)) ??
  zoom

/** The zoom at which something is seen as a whole; never larger than it is. */
export const fittingZoom = (
  available: { readonly width: number; readonly height: number },
  natural: { readonly width: number; readonly height: number },
): number =>
  Math.max(smallest, Math.min(1, available.width / natural.width, available.height / natural.height, largest))

/** A place in the viewport, from its upper left corner. */
interface Place {
  readonly x: number
  readonly y: number
}

/**
 * How large the canvas is shown in its viewport. Whatever stands under the pointer, or in the middle, stays there.
 * @param viewport scrolls
 * @param canvas is as large as what it holds
 */
export function useZoom(viewport: RefObject<HTMLElement | null>, canvas: RefObject<HTMLElement | null>) {
  const [zoom, setZoom] = useState(1)
  const former = useRef({ zoom, around: null as Place | null })

  const zoomTo = useCallback((wanted: number | ((zoom: number) => number), around: Place | null = null) => {
    former.current.around = around
    setZoom(wanted)
  }, [])

  useLayoutEffect(() => {
    const frame = viewport.current
    const { zoom: before, around } = former.current
    former.current = { zoom, around: null }
    if (frame === null || before === zoom) return
    const { x, y } = around ?? { x: frame.clientWidth / 2, y: frame.clientHeight / 2 }
    const ratio = zoom / before
    frame.scrollTo((frame.scrollLeft + x) * ratio - x, (frame.scrollTop + y) * ratio - y)
  }, [viewport, zoom])

  const naturalSize = useCallback(() => {
    const shown = canvas.current?.getBoundingClientRect()
    return { width: (shown?.width ?? 0) / zoom, height: (shown?.height ?? 0) / zoom }
  }, [canvas, zoom])

  const fit = useCallback(() => {
    const frame = viewport.current
    if (frame === null) return
    setZoom(fittingZoom({ width: frame.clientWidth, height: frame.clientHeight }, naturalSize()))
    frame.scrollTo(0, 0)
  }, [viewport, naturalSize])

  // Listened to by hand, for React's listener may not keep the page from zooming.
  useEffect(() => {
    const frame = viewport.current
    if (frame === null) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const { left, top } = frame.getBoundingClientRect()
      const around = { x: event.clientX - left, y: event.clientY - top }
      zoomTo((now) => steppedZoom(now, event.deltaY < 0 ? 'in' : 'out'), around)
    }
    frame.addEventListener('wheel', onWheel, { passive: false })
    return () => frame.removeEventListener('wheel', onWheel)
  }, [viewport, zoomTo])

  const preparePaper = useEffectEvent(() => {
    const { width } = naturalSize()
    canvas.current?.style.setProperty('--print-zoom', String(width > paperWidth ? paperWidth / width : 1))
  })
  useEffect(() => {
    const prepare = () => preparePaper()
    window.addEventListener('beforeprint', prepare)
    return () => window.removeEventListener('beforeprint', prepare)
  }, [])

  return {
    zoom,
    zoomIn: () => zoomTo((now) => steppedZoom(now, 'in')),
    zoomOut: () => zoomTo((now) => steppedZoom(now, 'out')),
    canZoomIn: zoom < largest,
    canZoomOut: zoom > smallest,
    fit,
  }
}
