import { foundBy, hasAbove, peopleHere, reportsToAny, type SearchedWord } from '../employees/people-repository.ts'

/** Everybody of a team, by `leadsOf` whoever has it. */
export const team = (leads: readonly number[]) => peopleHere().where(reportsToAny(leads))

/** Those of a team in whom every word stands somewhere that a manager sees. */
export const foundInTeam = (leads: readonly number[], words: readonly SearchedWord[]) =>
  foundBy(team(leads), words, ['directory_key', 'employee_number_key'])

/** Whether an employee is of a team. */
export const selectMember = (accountId: number, id: number) =>
  peopleHere().where(hasAbove(accountId)).where('employee.id', '=', id).select('employee.id')
