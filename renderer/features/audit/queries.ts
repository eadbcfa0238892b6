import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AuditArea } from '../../../electron/contract/audit.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/** Entries of one page. */
export const pageSize = 50

/** What the log is narrowed down to. */
export interface AuditFilter {
  readonly search: string
  readonly area: AuditArea | null
  readonly outcome: 'success' | 'refused' | 'failure' | null
  /** Plain dates (`YYYY-MM-DD`) of this computer's zone, both included; the empty string for none. */
  readonly from: string
  readonly until: string
}

export const noFilter: AuditFilter = { search: '', area: null, outcome: null, from: '', until: '' }

/** Midnight at which a day begins here, `days` days later, as an instant; null for no day. */
function midnightOf(day: string, days = 0): string | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return day === '' ? null : new Date(year, month - 1, date + days).toISOString()
}

/** What is asked of main: days of this computer become instants. */
const meant = ({ search, area, outcome, from, until }: AuditFilter) => ({
  search,
  area,
  outcome,
  from: midnightOf(from),
  before: midnightOf(until, 1),
})

/** Writes what the log is narrowed down to into a file; null where the person chose none. */
export const exportAudit = async (filter: AuditFilter) =>
  (await answerOf(staffdesk.audit.export(meant(filter)))).exported

/** A page of the log; `page` counts from 0. The last answer stays until the next one comes. */
export const auditQuery = (filter: AuditFilter, page: number) =>
  queryOptions({
    queryKey: ['audit', 'list', filter, page],
    queryFn: () => answerOf(staffdesk.audit.list({ ...meant(filter), offset: page * pageSize, limit: pageSize })),
    placeholderData: keepPreviousData,
    // Whatever happens is in the log, and nothing tells that it is: it is asked for whenever it is looked at.
    staleTime: 0,
  })

/** A page of an employee's history. It stands under the employees, so that it is asked again when they change. */
export const employeeHistoryQuery = (id: number, page: number) =>
  queryOptions({
    queryKey: ['employees', 'history', id, page],
    queryFn: () => answerOf(staffdesk.audit.employee({ id, offset: page * pageSize, limit: pageSize })),
    placeholderData: keepPreviousData,
  })
