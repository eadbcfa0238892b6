/** A square picture as a PNG file. */
export interface Picture {
  /** Pixels on each side. */
  readonly size: number
  readonly png: Uint8Array
}

/** A Windows icon file that holds the pictures as PNG, as Windows reads it since Vista. */
export function toIco(pictures: readonly Picture[]): Uint8Array {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    if (size > 256) throw new RangeError('a Windows icon has at most 256 pixels a side')
    const entry = 6 + 16 * index
    // One byte a side, in which 256 is written as 0.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** The entries of an Apple icon that hold PNG, with the pixels of each; those for Retina displays repeat a size. */
export const APPLE_ENTRIES: Readonly<Record<string, number>> = {
  icp4: 16,
  icp5: 32,
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
}

/** An Apple icon file with every entry of APPLE_ENTRIES. Throws where a size is missing among the pictures. */
export function toIcns(pictures: readonly Picture[]): Uint8Array {
  const entries = Object.entries(APPLE_ENTRIES).map(([type, size]) => {
    const picture = pictures.find((candidate) => candidate.size === size)
    if (!picture) throw new RangeError(`no picture of ${size} pixels for ${type}`)
    return chunk(type, picture.png)
  })
  return chunk('icns', Buffer.concat(entries))
}

/** Four letters, the length of the whole in four bytes, then the content. */
function chunk(type: string, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(8 + content.length, 4)
  return Buffer.concat([head, content])
}
