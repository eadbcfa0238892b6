import { sql } from 'kysely'
import type { TeamFilter } from '../contract/team.ts'
import { anyOf } from '../employees/filter-repository.ts'
import { foundBy, hasAbove, peopleHere, reportsToAny, type SearchedWord } from '../employees/people-repository.ts'

/** Everybody of a team, by `leadsOf` whoever has it. */
export const team = (leads: readonly number[]) => peopleHere().where(reportsToAny(leads))

/** Those of a team in whom every word stands somewhere that a manager sees. */
export const foundInTeam = (people: ReturnType<typeof team>, words: readonly SearchedWord[]) =>
  foundBy(people, words, ['directory_key', 'employee_number_key'])

/** Those of some who are meant by what a filter says beside its search. */
export const narrowedTeam = (
  people: ReturnType<typeof team>,
  accountId: number,
  { isDirect, statuses, employmentTypes }: Omit<TeamFilter, 'search'>,
) =>
  [
    ...(isDirect ? [() => reportsTo(accountId)] : []),
    ...anyOf(sql.ref('employee.status'), statuses),
    ...anyOf(sql.ref('employee.employment_type'), employmentTypes),
  ].reduce((narrower, condition) => narrower.where(condition), people)

const reportsTo = (accountId: number) =>
  sql<boolean>`employee.manager_id = (select own.id from employee as own where own.account_id = ${accountId})`

/** Whether an employee is of a team. */
export const selectMember = (accountId: number, id: number) =>
  peopleHere().where(hasAbove(accountId)).where('employee.id', '=', id).select('employee.id')
