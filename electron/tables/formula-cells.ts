/**
 * What a spreadsheet takes for the beginning of a formula, or skips and then looks again (OWASP ASVS 1.2.10 and OWASP's
 * page on CSV injection): `= + - @`, their full-width forms, tab, line ends and NUL. An apostrophe before them belongs
 * to it, so that what was defused is told from what a person typed so.
 */
const startsFormula = /^'*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n\0]/

/** What stands in a cell so that no spreadsheet runs it: an apostrophe comes before what could be a formula. */
export function defuse(value: string): string {
  return startsFormula.test(value) ? `'${value}` : value
}

/** What `defuse` was given. */
export function restore(cell: string): string {
  return cell.startsWith("'") && startsFormula.test(cell) ? cell.slice(1) : cell
}
