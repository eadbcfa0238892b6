/**
 * The folded forms in which text is compared, kept unique and searched. They are computed here and stored in `*_key`
 * columns, because with `trusted_schema=OFF` no SQL function of our own may stand in an index.
 */

/** Letters that Unicode does not take apart into a plain letter and a mark, but that people search by the plain one. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
}

/** Most texts are ASCII without line ends and tabs; of those only the case and runs of spaces have to be folded. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text)

/**
 * The form in which two texts are the same: NFKC, without case, without characters that nobody sees. The way through
 * lower, upper and lower case again is what makes `ß`, `ẞ` and `ss` equal, and both forms of the Greek sigma.
 *
 * The Turkish letters `İ` and `ı` fold to a plain `i`. A Turkish reader tells them apart, but everyone else would take
 * `ırmak` and `irmak` for one name, and an upper-case `IRMAK` may be either: better one name than two look-alikes.
 *
 * Marks stay: `José` and `Jose` differ here. Folding twice changes nothing more.
 */
export function foldKey(text: string): string {
  if (isPlain(text)) return text.toLowerCase()
  const visible = text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  const caseless = visible.toLowerCase().toUpperCase().toLowerCase().replaceAll('i\u0307', 'i').replaceAll('ς', 'σ')
  return caseless.normalize('NFKC')
}

/** The form by which names, numbers and codes are unique: as `foldKey`, any run of white space as one space. */
export function foldName(text: string): string {
  return foldKey(text).replace(/\s+/gu, ' ').trim()
}

/**
 * The form in which a search finds a text: as `foldKey`, without accents (`José` is found by `jose`, `Łukasz` by
 * `lukasz`), and any run of white space as one space.
 */
export function foldForSearch(text: string): string {
  if (isPlain(text)) return text.toLowerCase().replace(/ +/g, ' ').trim()
  return foldKey(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðħŧþæœ]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim()
}
