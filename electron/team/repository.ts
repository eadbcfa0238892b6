import { foundBy, hasAbove, isBelow, peopleHere, type SearchedWord } from '../employees/people-repository.ts'

/** Everybody below the employee to whom an account belongs. */
export const team = (accountId: number) => peopleHere().where(isBelow(accountId))

/** Those of a team in whom every word stands somewhere that a manager sees. */
export const foundInTeam = (accountId: number, words: readonly SearchedWord[]) =>
  foundBy(team(accountId), words, ['directory_key', 'employee_number_key'])

/** Whether an employee is of a team. */
export const selectMember = (accountId: number, id: number) =>
  peopleHere().where(hasAbove(accountId)).where('employee.id', '=', id).select('employee.id')
