import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../contract/imports.ts'

export type TextEncoding = Exclude<Encoding, 'workbook'>

/** Bytes that are looked at where no mark tells the encoding. */
const sampleLength = 64 * 1024

/** Bytes that are decoded at once, so that a long file is never held twice. */
const pieceLength = 256 * 1024

/**
 * The encoding of a text file: by its byte order mark, or by what its bytes can be. What is neither UTF-16 nor valid
 * UTF-8 is taken for Windows-1252, as spreadsheets write it; every byte means something there.
 */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return unmarkedUtf16(bytes.subarray(0, sampleLength)) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** In UTF-16 the high byte of most characters of a table (digits, delimiters, Latin letters) is 0. */
function unmarkedUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const most = sample.length / 4
  if (odd > most && even === 0) return 'utf-16le'
  if (even > most && odd === 0) return 'utf-16be'
  return null
}

/** The text of a file, piece after piece, without its byte order mark. A broken character stands as U+FFFD. */
export function* decoded(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let start = 0; start < bytes.length; start += pieceLength) {
    yield decoder.decode(bytes.subarray(start, start + pieceLength), { stream: true })
  }
  yield decoder.decode()
}
