import { photoLimits } from '../../../electron/contract/photos.ts'
import { type Crop, edgeOf } from './crop.ts'

/** Encodes a square of this edge, in pixels, at a quality from 0 to 1. */
type Encode = (edge: number, quality: number) => Promise<Blob>

const qualities = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3] as const
const shrinkings = [1, 0.75, 0.5, 0.25] as const

/**
 * The best encoding that is small enough: first the quality gives way, then the edge.
 * @param edge of what was cropped, in pixels
 * @throws Error where not even the smallest fits
 */
export async function encodeWithin(edge: number, encode: Encode): Promise<Uint8Array<ArrayBuffer>> {
  const largest = Math.max(1, Math.min(photoLimits.edge, Math.round(edge)))
  for (const shrinking of shrinkings) {
    for (const quality of qualities) {
      const blob = await encode(Math.max(1, Math.round(largest * shrinking)), quality)
      if (blob.size <= photoLimits.bytes) return new Uint8Array(await blob.arrayBuffer())
    }
  }
  throw new Error('the photo could not be made small enough')
}

/** Draws the cropped square over the whole of a canvas. */
export function drawCrop(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const edge = edgeOf(picture, crop)
  const context = canvas.getContext('2d')
  if (context === null) return
  context.imageSmoothingQuality = 'high'
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, crop.x - edge / 2, crop.y - edge / 2, edge, edge, 0, 0, canvas.width, canvas.height)
}

/** The cropped square as main keeps it: WebP, and of the chosen file nothing but its pixels. */
export function encodePhoto(picture: ImageBitmap, crop: Crop): Promise<Uint8Array<ArrayBuffer>> {
  return encodeWithin(edgeOf(picture, crop), (edge, quality) => {
    const canvas = document.createElement('canvas')
    canvas.width = edge
    canvas.height = edge
    drawCrop(canvas, picture, crop)
    return new Promise((resolve, reject) => {
      const take = (blob: Blob | null) =>
        blob === null ? reject(new Error('the photo was not encoded')) : resolve(blob)
      canvas.toBlob(take, 'image/webp', quality)
    })
  })
}
