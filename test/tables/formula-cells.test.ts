import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defuse, restore } from '../../electron/tables/formula-cells.ts'

/** Text in which what begins a formula is as frequent as it is rare in what people write. */
const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...'\'=+-@＝＋－＠\t\r\n\0" ,;'), fc.string({ minLength: 1, maxLength: 1 })),
})

describe('a cell', () => {
  it.each(['=1+1', '+46 8 123', '-5', '@SUM(A1)', '\tx', '\rx', '\n=x', '\0x', '＝1', '＋1', '－1', '＠a'])(
    'that a spreadsheet could run is defused: %j',
    (value) => {
      expect(defuse(value)).toBe(`'${value}`)
    },
  )

  it.each(['', 'Ada', '1 + 1', 'a=b', "O'Hara", "'quoted'"])('that none would run stays as it is: %j', (value) => {
    expect(defuse(value)).toBe(value)
    expect(restore(value)).toBe(value)
  })

  it('comes back as it was, also where a person typed the apostrophe', () => {
    expect(restore(defuse("'=1"))).toBe("'=1")
    fc.assert(fc.property(text, (value) => restore(defuse(value)) === value))
  })

  it('never begins with what begins a formula', () => {
    fc.assert(fc.property(text, (value) => !/^[=+\-@＝＋－＠\t\r\n\0]/.test(defuse(value))))
  })
})
