/**
 * Reads what a WebP file says of itself (https://developers.google.com/speed/webp/docs/riff_container). The pixels are
 * left alone: the main process decodes no pictures.
 */

export interface PictureSize {
  readonly width: number
  readonly height: number
}

interface Chunk {
  readonly name: string
  readonly content: DataView
}

/** A still picture is made of these; EXIF and XMP tell of places and cameras, ANIM and ANMF move. */
const allowed = new Set(['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L'])

/** The size of a still WebP picture without metadata; null for anything else, broken files among it. */
export function readWebpSize(bytes: Uint8Array): PictureSize | null {
  const chunks = chunksOf(bytes)
  if (chunks === null || chunks.some(({ name }) => !allowed.has(name))) return null
  const pictures = chunks.filter(({ name }) => name === 'VP8 ' || name === 'VP8L')
  const [picture] = pictures
  if (picture === undefined || pictures.length > 1) return null
  const size = picture.name === 'VP8L' ? losslessSize(picture.content) : lossySize(picture.content)
  const extended = chunks.findIndex(({ name }) => name === 'VP8X')
  if (extended === -1) return chunks.length === 1 ? size : null
  const canvas = chunks[extended] && canvasSize(chunks[extended].content)
  const isSame = size !== null && canvas?.width === size.width && canvas.height === size.height
  return extended === 0 && isSame ? size : null
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 12 || nameAt(view, 0) !== 'RIFF' || nameAt(view, 8) !== 'WEBP') return null
  if (view.getUint32(4, true) + 8 !== view.byteLength) return null
  const chunks: Chunk[] = []
  for (let at = 12; at < view.byteLength; ) {
    if (at + 8 > view.byteLength) return null
    const length = view.getUint32(at + 4, true)
    if (at + 8 + length > view.byteLength) return null
    chunks.push({ name: nameAt(view, at), content: new DataView(view.buffer, view.byteOffset + at + 8, length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

const nameAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)))

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

function canvasSize(content: DataView): PictureSize | null {
  if (content.byteLength < 10) return null
  return { width: uint24(content, 4) + 1, height: uint24(content, 7) + 1 }
}

/** A key frame of VP8 (RFC 6386, 9.1). */
function lossySize(content: DataView): PictureSize | null {
  const isKeyFrame = content.byteLength >= 10 && (content.getUint8(0) & 1) === 0
  if (!isKeyFrame || uint24(content, 3) !== 0x2a019d) return null
  return { width: content.getUint16(6, true) & 0x3fff, height: content.getUint16(8, true) & 0x3fff }
}

function losslessSize(content: DataView): PictureSize | null {
  if (content.byteLength < 5 || content.getUint8(0) !== 0x2f) return null
  const bits = content.getUint32(1, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}
