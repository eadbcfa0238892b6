import { inflateRawSync } from 'node:zlib'
import { readSheet } from 'read-excel-file/universal'
import { Refusal } from '../contract/errors.ts'

/** Most bytes that a workbook may hold once it is unpacked: what is read from it stays in memory. */
const largestContent = 128 * 1024 * 1024

/** Signatures of the zip format (APPNOTE.TXT 4.3.12 and 4.3.16). */
const zip = {
  entry: 0x02014b50,
  end: 0x06054b50,
  endLength: 22,
  longestComment: 0xffff,
  entryLength: 46,
  localLength: 30,
} as const

/** Whether a file is a zip archive, as workbooks are. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/**
 * The rows of the first sheet of a workbook (.xlsx), every cell as text, dates as YYYY-MM-DD.
 * @throws Refusal where it is too large unpacked, or no workbook
 */
export async function workbookRows(bytes: Uint8Array<ArrayBuffer>): Promise<readonly (readonly string[])[]> {
  refuseBomb(bytes)
  try {
    const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const rows = await readSheet(copy, { trim: false })
    return rows.map((row) => row.map(textOf))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('REFUSED', 'This workbook cannot be read. Save it as CSV, then choose that file.')
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell)
}

/** Adds up what the archive's entries hold unpacked, and sees that none holds more than it says, nor more cells. */
function refuseBomb(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let content = 0
  for (const { start, length, isPacked, unpacked } of entriesOf(view)) {
    content += unpacked
    if (content > largestContent) throw tooLarge()
    const held = bytes.subarray(start, start + length)
    refuseVastSheet(isPacked ? unpackedOf(held, unpacked) : held)
  }
}

function unpackedOf(packed: Uint8Array, length: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, length) })
  } catch {
    throw damaged()
  }
}

/** Most places of a sheet up to its last row and column, filled or not: what reads it makes room for each of them. */
const mostPlaces = 10_000_000

/** The rows that the format has (ECMA-376). */
const mostRows = 1_048_576

/** Says where a row or a cell stands: `r="7"`, `r="C7"`. Nothing else in the files of a workbook is called so. */
const references = /(?<!:)\br\s*=\s*["']([^"']*)/g
const reference = /^([A-Z]{0,3})(\d{1,7})$/

/**
 * A few bytes can name a place so far out that the room before it takes all memory there is, in one piece: that ends
 * Staffdesk itself and not only the thread. So what is no plain reference is refused as well.
 */
function refuseVastSheet(content: Uint8Array): void {
  let rows = 0
  let columns = 1
  for (const [, text = ''] of Buffer.from(content).toString('latin1').matchAll(references)) {
    const [, letters, row] = reference.exec(text) ?? []
    if (letters === undefined || row === undefined) throw tooLarge()
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnOf(letters))
    if (rows > mostRows || rows * columns > mostPlaces) throw tooLarge()
  }
}

/** Counted from 1: `A` is 1, `AA` is 27; without letters 0. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

interface Entry {
  readonly start: number
  readonly length: number
  readonly isPacked: boolean
  readonly unpacked: number
}

/** The archive's entries as its directory has them; zip64, for more than 4 GB, is refused with what is damaged. */
function* entriesOf(view: DataView): Generator<Entry> {
  const end = findEnd(view)
  if (end === null) throw damaged()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + zip.entryLength > view.byteLength || view.getUint32(at, true) !== zip.entry) throw damaged()
    const local = view.getUint32(at + 42, true)
    if (local + zip.localLength > view.byteLength) throw damaged()
    yield {
      start: local + zip.localLength + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      length: view.getUint32(at + 20, true),
      isPacked: view.getUint16(at + 10, true) !== 0,
      unpacked: view.getUint32(at + 24, true),
    }
    at +=
      zip.entryLength + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

const tooLarge = () =>
  new Refusal('REFUSED', 'This workbook is too large to be read. Save it as CSV, then choose that file.')

const damaged = () => new Refusal('REFUSED', 'This workbook is damaged. Save it anew, then choose it again.')

function findEnd(view: DataView): number | null {
  const last = view.byteLength - zip.endLength
  for (let at = last; at >= Math.max(0, last - zip.longestComment); at -= 1) {
    if (view.getUint32(at, true) === zip.end) return at
  }
  return null
}
