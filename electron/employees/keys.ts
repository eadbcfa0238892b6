/** The folded forms of an employee's fields that stand in the `*_key` columns. */
import { foldForSearch, foldKey, foldName } from '../database/fold.ts'
import { searchKeyOf } from '../database/search-key.ts'

export interface Searched {
  readonly firstName: string
  readonly middleName: string
  readonly lastName: string
  readonly preferredName: string
  readonly employeeNumber: string
  readonly username: string | null
  readonly workEmail: string
  /** What else people are found by. */
  readonly more: readonly string[]
}

interface WorkContact {
  readonly workEmail: string
  readonly workPhone: string
}

/** The form by which employee numbers are unique: case and the width of spaces do not count. */
export function employeeNumberKey(employeeNumber: string): string {
  return foldName(employeeNumber)
}

/** The form by which e-mail addresses are unique; null for none. */
export function workEmailKey(workEmail: string): string | null {
  return workEmail === '' ? null : foldKey(workEmail)
}

/** What a search looks through: names, as a list writes them too (`Lovelace, Ada`), number, username and address. */
export function searchKey(searched: Searched): string {
  const { firstName, middleName, lastName, preferredName, employeeNumber, username, workEmail, more } = searched
  return searchKeyOf(
    [firstName, middleName, lastName === '' ? '' : `${lastName},`, preferredName],
    [employeeNumber, username ?? '', workEmail, ...more],
  )
}

/** What everybody may search through: the names that everybody sees, the work email and the work phone. */
export function directoryKey(
  searched: Pick<Searched, 'firstName' | 'lastName' | 'preferredName'> & WorkContact,
): string {
  const { firstName, lastName, preferredName, workEmail, workPhone } = searched
  const listed = lastName === '' ? '' : `${lastName}, ${firstName}`
  const digits = workPhone.replace(/\D/g, '')
  return foldForSearch([`${firstName} ${lastName}`, listed, preferredName, workEmail, workPhone, digits].join(' '))
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
