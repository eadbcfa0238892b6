/** The folded forms of an employee's fields that stand in the `*_key` columns. */
import { foldForSearch, foldKey } from '../database/fold.ts'

export interface Searched {
  readonly firstName: string
  readonly lastName: string
  readonly employeeNumber: string
  readonly username: string | null
}

/** The form by which employee numbers are unique: case and the width of spaces do not count. */
export function employeeNumberKey(employeeNumber: string): string {
  return foldKey(employeeNumber).replace(/\s+/gu, ' ').trim()
}

/** The form by which e-mail addresses are unique; null for none. */
export function workEmailKey(workEmail: string): string | null {
  return workEmail === '' ? null : foldKey(workEmail)
}

/** What a search looks through: the name as it is said and as lists write it (`lovelace, ada`), number and username. */
export function searchKey({ firstName, lastName, employeeNumber, username }: Searched): string {
  const listed = lastName === '' ? '' : `${lastName}, ${firstName}`
  return foldForSearch([firstName, lastName, listed, employeeNumber, username ?? ''].join(' '))
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
