import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWebpSize } from '../../electron/photos/webp.ts'
import { chunk, extended, lossless, lossy, riff } from './webp.ts'

const size = { width: 512, height: 300 }

describe('a WebP file', () => {
  it.each([
    ['lossy', riff(lossy(512, 300))],
    ['lossless', riff(lossless(512, 300))],
    ['extended, with transparency', riff(extended(512, 300), chunk('ALPH', [1, 2, 3]), lossy(512, 300))],
    ['extended, with a colour profile', riff(extended(512, 300), chunk('ICCP', [1, 2]), lossless(512, 300))],
  ])('says its size: %s', (_kind, bytes) => {
    expect(readWebpSize(bytes)).toEqual(size)
  })

  it('is read from the middle of a larger buffer', () => {
    const bytes = riff(lossy(512, 300))
    const larger = new Uint8Array(bytes.length + 20)
    larger.set(bytes, 7)
    expect(readWebpSize(larger.subarray(7, 7 + bytes.length))).toEqual(size)
  })

  it.each([
    ['with a place and a camera in it', riff(extended(512, 300), lossy(512, 300), chunk('EXIF', [1, 2]))],
    ['with notes in it', riff(extended(512, 300), lossy(512, 300), chunk('XMP ', [1, 2]))],
    ['that moves', riff(extended(512, 300), chunk('ANIM', [1, 2]), lossy(512, 300))],
    ['with two pictures', riff(lossy(512, 300), lossless(512, 300))],
    ['without a picture', riff(extended(512, 300))],
    ['whose canvas is another size than its picture', riff(extended(512, 512), lossy(16, 16))],
    ['that goes on after its end', Uint8Array.from([...riff(lossy(512, 300)), 0, 0])],
    ['that is cut off', riff(lossy(512, 300)).subarray(0, 24)],
    ['whose key frame is none', riff(chunk('VP8 ', [0x11, 0, 0, 0x9d, 1, 0x2a, 0, 2, 44, 1]))],
    ['without its signature', riff(chunk('VP8L', [0x2e, 0, 0, 0, 0, 0]))],
    ['of another kind', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['of nothing', new Uint8Array()],
  ])('is refused: one %s', (_kind, bytes) => {
    expect(readWebpSize(bytes)).toBeNull()
  })

  it('never makes the reader fail, whatever its bytes are', () => {
    const whole = [...riff(extended(512, 300), chunk('ALPH', [1]), lossy(512, 300))]
    const damaged = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(whole.length))
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), damaged, (noise, [at, value, length]) => {
        readWebpSize(noise)
        readWebpSize(Uint8Array.from(whole.with(at, value).slice(0, length)))
      }),
      { numRuns: 2_000, seed: 28 },
    )
  })
})
