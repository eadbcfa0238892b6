import { useQuery } from '@tanstack/react-query'
import { type ComponentProps, useEffect, useEffectEvent } from 'react'
import { usualEffectiveDate } from '../../../electron/contract/assignments.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { DateField } from '../../ui/DateField.tsx'
import { todayQuery } from './queries.ts'
import { words } from './strings.ts'

interface EffectiveFromFieldProps extends Omit<ComponentProps<typeof DateField>, 'label'> {
  readonly employee: Pick<EmployeeRecord, 'hireDate' | 'status' | 'leaving'>
}

/** From when on a change of assignment holds. It begins with the usual day. */
export function EffectiveFromField({ employee, ...field }: EffectiveFromFieldProps) {
  const { data: today } = useQuery(todayQuery)
  const begin = useEffectEvent((date: string) => {
    if (field.value === '') field.onChange(date)
  })
  const { hireDate, status, leaving } = employee
  const usual = today && usualEffectiveDate(today, hireDate, status === 'left' ? (leaving?.date ?? null) : null)
  useEffect(() => {
    if (usual) begin(usual)
  }, [usual])
  return <DateField {...field} label={words.effectiveFrom} description={words.effectiveFromHint} />
}
