/** WebP files as an encoder would write them, as far as their headers go; their pixels are none. */

const bytesOf = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))
const uint32 = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff)
const uint24 = (value: number): number[] => uint32(value).slice(0, 3)
const uint16 = (value: number): number[] => uint32(value).slice(0, 2)

export const chunk = (name: string, content: readonly number[]): number[] => [
  ...bytesOf(name),
  ...uint32(content.length),
  ...content,
  ...(content.length % 2 === 1 ? [0] : []),
]

export function riff(...chunks: readonly number[][]): Uint8Array<ArrayBuffer> {
  const content = [...bytesOf('WEBP'), ...chunks.flat()]
  return Uint8Array.from([...bytesOf('RIFF'), ...uint32(content.length), ...content])
}

/** @param padding bytes of pixels that follow the header */
export const lossy = (width: number, height: number, padding = 4): number[] =>
  chunk('VP8 ', [0x10, 0, 0, 0x9d, 0x01, 0x2a, ...uint16(width), ...uint16(height), ...Array(padding).fill(0)])

export const lossless = (width: number, height: number): number[] =>
  chunk('VP8L', [0x2f, ...uint32((width - 1) | ((height - 1) << 14)), 0])

export const extended = (width: number, height: number): number[] =>
  chunk('VP8X', [0x10, 0, 0, 0, ...uint24(width - 1), ...uint24(height - 1)])
