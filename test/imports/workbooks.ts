import { crc32, deflateRawSync } from 'node:zlib'

type Cell = string | number | { readonly date: string }

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Days since the day before 1900 began, as spreadsheets count them, 29 February 1900 among them. */
const serialOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569

function cellOf(cell: Cell, place: string): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  return `<c r="${place}" s="1"><v>${serialOf(cell.date)}</v></c>`
}

const stored = (content: Buffer): Entry => ({ content })

/** As spreadsheet programs write it. */
export const packed = (content: Buffer): Entry => ({ content: deflateRawSync(content), unpacked: content.length })

/** The smallest workbook that holds these rows. */
export function workbookOf(rows: readonly (readonly Cell[])[], entryOf = stored): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const sheet = rows
    .map((cells, row) => {
      const inRow = cells.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${row + 1}`))
      return `<row r="${row + 1}">${inRow.join('')}</row>`
    })
    .join('')
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  }
  return zipOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, entryOf(Buffer.from(text))])))
}

interface Entry {
  readonly content: Buffer
  /** What a packed content claims to be unpacked; without it the content is stored as it is. */
  readonly unpacked?: number
}

/** A zip archive (APPNOTE.TXT 4.3). */
export function zipOf(entries: Readonly<Record<string, Entry>>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, { content, unpacked }] of Object.entries(entries)) {
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(unpacked === undefined ? 0 : 8, 4)
    shared.writeUInt32LE(unpacked === undefined ? crc32(content) : 0, 10)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(unpacked ?? content.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), content])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), shared, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}
