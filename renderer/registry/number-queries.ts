import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { InputOf } from '../../electron/contract/index.ts'
import { answerOf, staffdesk } from '../bridge/staffdesk.ts'

/** The company's pattern and the next free number. It stands under the employees: another one takes the number. */
export const numberPatternQuery = queryOptions({
  queryKey: ['employees', 'number-pattern'],
  queryFn: () => answerOf(staffdesk.employees.readNumberPattern({})),
})

export const previewNumberQuery = (pattern: string) =>
  queryOptions({
    queryKey: ['employees', 'number-preview', pattern],
    queryFn: () => answerOf(staffdesk.employees.previewNumber({ pattern })),
    placeholderData: keepPreviousData,
    retry: false,
  })

export const similarQuery = (typed: InputOf<'employees', 'findSimilar'>) =>
  queryOptions({
    queryKey: ['employees', 'similar', typed],
    queryFn: async () => (await answerOf(staffdesk.employees.findSimilar(typed))).similar,
    placeholderData: keepPreviousData,
  })
