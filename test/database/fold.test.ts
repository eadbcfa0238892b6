import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForSearch, foldKey } from '../../electron/database/fold.ts'

describe('foldKey', () => {
  it.each([
    ['Anna', 'anna'],
    ['Ａｎｎａ', 'anna'],
    ['ﬁona', 'fiona'],
    ['STRAẞE', 'strasse'],
    ['straße', 'strasse'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
    ['İrem', 'irem'],
    ['IRMAK', 'irmak'],
    ['ırmak', 'irmak'],
    ['an\u200dna\ufe0f', 'anna'],
    ['e\u0301', 'é'],
  ])('makes %j the same as %j', (text, key) => {
    expect(foldKey(text)).toBe(key)
  })

  it('keeps apart what people tell apart', () => {
    expect(foldKey('José')).not.toBe(foldKey('Jose'))
    expect(foldKey('anna')).not.toBe(foldKey('аnna')) // the second begins with a Cyrillic letter
  })

  it('changes nothing when a folded text is folded again, and does not see case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = foldKey(text)
        expect(foldKey(key)).toBe(key)
        expect(foldKey(text.normalize('NFD'))).toBe(foldKey(text.normalize('NFC')))
      }),
      { seed: 20261120 },
    )
    for (let point = 0; point < 0x20000; point += 1) {
      if (point >= 0xd800 && point < 0xe000) continue
      const letter = String.fromCodePoint(point)
      const key = foldKey(letter)
      if (foldKey(letter.toUpperCase()) !== key || foldKey(letter.toLowerCase()) !== key || foldKey(key) !== key) {
        expect.fail(`U+${point.toString(16)} does not fold to one form`)
      }
    }
  })
})

describe('foldForSearch', () => {
  it.each([
    ['José', 'jose'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Bjørn  Åse\tÆgir', 'bjorn ase aegir'],
    ['Nguyễn Văn Đức', 'nguyen van duc'],
    ['  Anna ', 'anna'],
    ['Strauß', 'strauss'],
  ])('finds %j by %j', (text, key) => {
    expect(foldForSearch(text)).toBe(key)
  })
})

describe('text of plain letters alone', () => {
  /** Takes the way of any other text. */
  const besides = 'ж'

  it('is folded as it is beside other letters', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(foldKey(text) + besides).toBe(foldKey(text + besides))
        expect(besides + foldForSearch(text) + besides).toBe(foldForSearch(besides + text.trim() + besides))
      }),
    )
  })
})
