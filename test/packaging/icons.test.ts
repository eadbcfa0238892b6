import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { APPLE_ENTRIES, toIcns, toIco } from '../../scripts/icons/containers.ts'

const folder = 'resources/icons'

/** Width and height that the header of a PNG names; throws where the bytes are no PNG. */
function sizeOf(png: Buffer): string {
  if (png.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG')
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
}

/** What a Windows icon says of each of its pictures, beside what the picture itself is. */
function readIco(file: Buffer): { said: string; is: string }[] {
  if (file.readUInt32LE(0) !== 0x00010000) throw new Error('no Windows icon')
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const [length, offset] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)]
    const side = (at: number) => file.readUInt8(at) || 256
    return { said: `${side(entry)}x${side(entry + 1)}`, is: sizeOf(file.subarray(offset, offset + length)) }
  })
}

/** The size of the picture in each entry of an Apple icon, by the entry's type. */
function readIcns(file: Buffer): Record<string, string> {
  if (file.toString('latin1', 0, 4) !== 'icns' || file.readUInt32BE(4) !== file.length) throw new Error('no Apple icon')
  const entries: Record<string, string> = {}
  for (let offset = 8; offset < file.length; offset += file.readUInt32BE(offset + 4))
    entries[file.toString('latin1', offset, offset + 4)] = sizeOf(file.subarray(offset + 8))
  return entries
}

describe('icons', () => {
  it('for Windows hold what they say, up to 256 pixels', () => {
    const pictures = readIco(readFileSync(`${folder}/icon.ico`))
    expect(pictures.map(({ is }) => is)).toEqual(pictures.map(({ said }) => said))
    expect(pictures.map(({ said }) => said)).toEqual([16, 24, 32, 48, 64, 128, 256].map((size) => `${size}x${size}`))
  })

  it('for macOS hold the size that each entry stands for, up to 1024 pixels', () => {
    const expected = Object.entries(APPLE_ENTRIES).map(([type, size]) => [type, `${size}x${size}`])
    expect(readIcns(readFileSync(`${folder}/icon.icns`))).toEqual(Object.fromEntries(expected))
  })

  it('for Linux are what their names say, up to 512 pixels', () => {
    const names = readdirSync(`${folder}/png`)
    expect(names).toContain('512x512.png')
    for (const name of names) expect(`${sizeOf(readFileSync(`${folder}/png/${name}`))}.png`).toBe(name)
  })

  it('for windows is one of 512 pixels', () => {
    expect(sizeOf(readFileSync(`${folder}/icon.png`))).toBe('512x512')
  })
})

describe('icon containers', () => {
  it('refuse a picture that Windows cannot name, and a missing one for macOS', () => {
    expect(() => toIco([{ size: 512, png: new Uint8Array(1) }])).toThrow(RangeError)
    expect(() => toIcns([{ size: 16, png: new Uint8Array(1) }])).toThrow('no picture of 32 pixels')
  })
})
