import { describe, expect, it } from 'vitest'
import { photoLimits } from '../../../electron/contract/photos.ts'
import { edgeOf, moved, wholePicture, withinPicture, zoomed } from '../../../renderer/features/photos/crop.ts'
import { encodeWithin } from '../../../renderer/features/photos/encode.ts'
import { initialsOf } from '../../../renderer/ui/Avatar.tsx'

const wide = { width: 1000, height: 600 }

describe('a crop', () => {
  it('begins with the largest square, in the middle', () => {
    expect(wholePicture(wide)).toEqual({ zoom: 1, x: 500, y: 300 })
    expect(edgeOf(wide, { zoom: 1 })).toBe(600)
  })

  it('never leaves the picture, however far it is moved', () => {
    expect(moved(wide, wholePicture(wide), 5, 5)).toEqual({ zoom: 1, x: 300, y: 300 })
    expect(moved(wide, wholePicture(wide), -0.1, 0)).toEqual({ zoom: 1, x: 560, y: 300 })
    expect(moved(wide, wholePicture(wide), -5, -5)).toEqual({ zoom: 1, x: 700, y: 300 })
  })

  it('comes nearer, no closer than to a quarter, and no further than the whole', () => {
    const near = zoomed(wide, wholePicture(wide), 9)
    expect(near).toEqual({ zoom: 4, x: 500, y: 300 })
    const corner = withinPicture(wide, { zoom: 4, x: 0, y: 0 })
    expect(corner).toEqual({ zoom: 4, x: 75, y: 75 })
    expect(zoomed(wide, corner, 0)).toEqual({ zoom: 1, x: 300, y: 300 })
  })
})

describe('encoding', () => {
  /** An encoder whose files have so many bytes for each pixel at full quality. */
  const encoder = (bytesPerPixel: number, tried: [number, number][]) => async (edge: number, quality: number) => {
    tried.push([edge, quality])
    return new Blob([new Uint8Array(Math.round(edge * edge * bytesPerPixel * quality))])
  }

  it('takes the best quality that is small enough, at the largest edge', async () => {
    const tried: [number, number][] = []
    expect((await encodeWithin(3000, encoder(1, tried))).byteLength).toBeLessThanOrEqual(photoLimits.bytes)
    expect(tried).toEqual([
      [512, 0.9],
      [512, 0.8],
      [512, 0.7],
    ])
  })

  it('does not enlarge, and makes the photo smaller where no quality suffices', async () => {
    const small: [number, number][] = []
    await encodeWithin(80.4, encoder(1, small))
    expect(small).toEqual([[80, 0.9]])
    const heavy: [number, number][] = []
    await encodeWithin(512, encoder(4, heavy))
    expect(heavy.at(-1)).toEqual([384, 0.3])
  })

  it('gives up rather than send what would be refused', async () => {
    await expect(encodeWithin(512, encoder(1000, []))).rejects.toThrow('small enough')
  })
})

it.each([
  ['Ada Lovelace', 'AL'],
  ['Zoë Müller-Łukasz', 'ZM'],
  ['Ana María de la Cruz', 'AC'],
  ['Cher', 'C'],
  ['  ', ''],
  ['𝒜da Öz', '𝒜Ö'],
])('the initials of "%s" are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
