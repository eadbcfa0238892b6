/** Texts as other programs write them, each with what a reader has to make of it. */
export interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly delimiter: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
const windows1252 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

const headings = ['Number', 'Name']
const rows = [
  ['E1', 'José'],
  ['E2', 'Ada'],
]
const table = (delimiter: string, lineEnd: string) =>
  [headings, ...rows].map((cells) => cells.join(delimiter)).join(lineEnd)
const plain = { encoding: 'utf-8', delimiter: ',', headings, rows }

export const corpus: readonly Sample[] = [
  { ...plain, name: 'UTF-8', bytes: utf8(table(',', '\n')) },
  { ...plain, name: 'UTF-8 with a byte order mark', bytes: utf8(`\ufeff${table(',', '\r\n')}`) },
  { ...plain, name: 'UTF-16 LE', encoding: 'utf-16le', bytes: utf16le(`\ufeff${table(',', '\r\n')}`) },
  { ...plain, name: 'UTF-16 BE', encoding: 'utf-16be', bytes: utf16be(`\ufeff${table(',', '\r\n')}`) },
  { ...plain, name: 'UTF-16 LE without a mark', encoding: 'utf-16le', bytes: utf16le(table(',', '\n')) },
  { ...plain, name: 'UTF-16 BE without a mark', encoding: 'utf-16be', bytes: utf16be(table(',', '\n')) },
  { ...plain, name: 'Windows-1252', encoding: 'windows-1252', bytes: windows1252(table(',', '\r\n')) },
  { ...plain, name: 'semicolons', delimiter: ';', bytes: utf8(table(';', '\r\n')) },
  { ...plain, name: 'tabs', delimiter: '\t', bytes: utf8(table('\t', '\n')) },
  { ...plain, name: 'bars', delimiter: '|', bytes: utf8(table('|', '\n')) },
  { ...plain, name: 'carriage returns alone', bytes: utf8(table(',', '\r')) },
  { ...plain, name: 'a line end after the last row', bytes: utf8(`${table(',', '\n')}\n`) },
  { ...plain, name: 'empty lines, and a table that begins late', bytes: utf8(`\n,\n${table(',', '\n\n')}\n\n`) },
  {
    ...plain,
    name: 'commas in a file of semicolons',
    delimiter: ';',
    headings: ['Number', 'Name, first and last', 'Town'],
    rows: [['E1', 'Lovelace, Ada, Countess', 'London, England']],
    bytes: utf8('Number;Name, first and last;Town\nE1;Lovelace, Ada, Countess;London, England'),
  },
  {
    ...plain,
    name: 'quotes with line ends, delimiters and quotes in them',
    rows: [['E1', 'Ada\r\n"Countess", Lovelace']],
    bytes: utf8('Number,Name\r\nE1,"Ada\r\n""Countess"", Lovelace"\r\n'),
  },
  {
    ...plain,
    name: 'a quote inside a cell that does not begin with one',
    rows: [['E1', 'Ada "Countess" Lovelace']],
    bytes: utf8('Number,Name\nE1,Ada "Countess" Lovelace'),
  },
  {
    ...plain,
    name: 'ragged rows',
    rows: [['E1'], ['E2', 'Ada', 'more']],
    bytes: utf8('Number,Name\nE1\nE2,Ada,more'),
  },
  {
    ...plain,
    name: 'headings twice, and none',
    headings: ['Name', 'Name', '', 'Number'],
    rows: [['Ada', 'Lovelace', 'x', 'E1']],
    bytes: utf8('Name,Name,,Number,\nAda,Lovelace,x,E1'),
  },
  {
    ...plain,
    name: 'what a spreadsheet would run, defused by an export',
    rows: [
      ['=1+1', "'quoted'"],
      ['+46 8 123', '-5'],
    ],
    bytes: utf8("Number,Name\n'=1+1,'quoted'\n'+46 8 123,-5"),
  },
  { ...plain, name: 'NUL', rows: [['E1', 'A\0da']], bytes: utf8('Number,Name\nE1,A\0da') },
  { ...plain, name: 'one column', headings: ['Number'], rows: [['E1'], ['E2']], bytes: utf8('Number\nE1\nE2') },
]
