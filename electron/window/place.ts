/** Where a window stood, in device-independent pixels. */
export interface WindowPlace extends Rectangle {
  readonly maximized: boolean
}

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const firstSize = { width: 1200, height: 800 } as const

/** Pixels by which each further window is moved, so that it does not hide the one before. */
const step = 32

/**
 * Where to open a window: where the last one stood if a good part of it is still on a screen, else centred at
 * the first size (no `x` and `y`).
 */
export function placeFor(
  remembered: WindowPlace | undefined,
  screens: readonly Rectangle[],
  windowsOpen: number,
): { x?: number; y?: number; width: number; height: number } {
  if (!remembered || !screens.some((screen) => overlap(screen, remembered) >= 0.5)) return { ...firstSize }
  const { x, y, width, height } = remembered
  return { x: x + step * windowsOpen, y: y + step * windowsOpen, width, height }
}

/** The part of `inner` that lies on `outer`, from 0 to 1. */
function overlap(outer: Rectangle, inner: Rectangle): number {
  const width = Math.min(outer.x + outer.width, inner.x + inner.width) - Math.max(outer.x, inner.x)
  const height = Math.min(outer.y + outer.height, inner.y + inner.height) - Math.max(outer.y, inner.y)
  return (Math.max(0, width) * Math.max(0, height)) / (inner.width * inner.height)
}
