/** The folded forms of an employee's fields that stand in the `*_key` columns. */
import { foldForSearch, foldKey, foldName } from '../database/fold.ts'

export interface Searched {
  readonly firstName: string
  readonly middleName: string
  readonly lastName: string
  readonly preferredName: string
  readonly employeeNumber: string
  readonly username: string | null
  /** What else people are found by. */
  readonly more: readonly string[]
}

/** The form by which employee numbers are unique: case and the width of spaces do not count. */
export function employeeNumberKey(employeeNumber: string): string {
  return foldName(employeeNumber)
}

/** The form by which e-mail addresses are unique; null for none. */
export function workEmailKey(workEmail: string): string | null {
  return workEmail === '' ? null : foldKey(workEmail)
}

/** What a search looks through: the names as they are said and as lists write them (`lovelace, ada`), number, username, the rest. */
export function searchKey(searched: Searched): string {
  const { firstName, middleName, lastName, preferredName, employeeNumber, username, more } = searched
  const listed = lastName === '' ? '' : `${lastName}, ${firstName}`
  const said = [firstName, middleName, lastName].filter((name) => name !== '').join(' ')
  return foldForSearch(
    [said, `${firstName} ${lastName}`, listed, preferredName, employeeNumber, username ?? '', ...more].join(' '),
  )
}

/** The words of a search; an employee matches when every one stands somewhere in the search key. */
export function searchWords(search: string): readonly string[] {
  return [...new Set(foldForSearch(search).split(' '))].filter((word) => word !== '')
}

/**
 * The order of lists: last name, then first name; people with one name stand by it. The tab sorts before spaces and
 * letters, so that everybody called `Li` comes before anybody called `Li An`.
 */
export function sortKey({ firstName, lastName }: Pick<Searched, 'firstName' | 'lastName'>): string {
  return [lastName, firstName]
    .map(foldForSearch)
    .filter((name) => name !== '')
    .join('\t')
}
