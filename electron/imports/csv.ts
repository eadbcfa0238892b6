import { CsvError, type Options, Parser, parse } from 'csv-parse'
import { Refusal } from '../contract/errors.ts'

/** What parts the cells of a row, the most usual first. */
const delimiters = [',', ';', '\t', '|'] as const

export type Delimiter = (typeof delimiters)[number]

/** Rows and characters that the guess looks at. */
const sampleRows = 20
const sampleLength = 64 * 1024

/**
 * RFC 4180, and what spreadsheets make of it: any line ends, rows of any length, a quote inside a cell that does not
 * begin with one.
 */
const options = (delimiter: string): Options => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
})

/** The delimiter by which the first rows come apart most evenly; of equals the more usual one. */
export function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleLength)
  const scores = delimiters.map((delimiter) => ({ delimiter, score: evenness(firstRows(sample, delimiter)) }))
  return scores.reduce((best, other) => (other.score > best.score ? other : best)).delimiter
}

/** The first rows of a sample, whose end may tear a row apart. */
function firstRows(sample: string, delimiter: string): readonly string[][] {
  const rows: string[][] = []
  const parser = new Parser({
    ...options(delimiter),
    on_record: (record: string[]) => {
      rows.push(record)
      return record
    },
  })
  parser.on('error', () => {})
  parser.write(sample)
  return rows.filter((row) => row.some((cell) => cell !== '')).slice(0, sampleRows)
}

/** How many cells the headings have, weighed by how many rows have as many. One cell says nothing. */
function evenness(rows: readonly string[][]): number {
  const width = rows[0]?.length ?? 0
  if (width < 2) return 0
  return (width - 1) * (rows.filter((row) => row.length === width).length / rows.length) ** 2
}

/**
 * The rows of a text, in their order; a line without anything is one, too.
 * @throws Refusal where a quote is never closed
 */
export async function* csvRows(text: Iterable<string>, delimiter: string): AsyncGenerator<readonly string[]> {
  const parser = parse(options(delimiter))
  const pieces = text[Symbol.iterator]()
  let rows = 0
  const feed = () => {
    for (;;) {
      const { done, value } = pieces.next()
      if (done) {
        parser.end()
        return
      }
      if (value !== '' && !parser.write(value)) return
    }
  }
  parser.on('drain', feed)
  feed()
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      rows += 1
      yield row
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // What was parsed and not taken yet is gone with the error, which knows better how far it came.
    const row = Number((error as { records?: unknown }).records ?? rows) + 1
    throw new Refusal(
      'REFUSED',
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `In row ${row} a cell begins with a quotation mark (") that is never closed. Mend it in the file, then choose it again.`
        : `Row ${row} cannot be read. Mend it in the file, or save the file anew as CSV, then choose it again.`,
    )
  }
}
