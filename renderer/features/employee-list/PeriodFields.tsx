import { useState } from 'react'
import { z } from '../../../electron/contract/zod.ts'
import { DateField } from '../../ui/DateField.tsx'
import classes from './list.module.css'
import type { Narrowing, PeriodName } from './narrowing.ts'
import { filterWords } from './strings.ts'

type Period = Narrowing[PeriodName]

interface PeriodFieldsProps {
  readonly name: string
  readonly value: Period
  readonly onChange: (value: Period) => void
}

const isDay = (typed: string): boolean => typed === '' || z.iso.date().safeParse(typed).success

/** The first and the last day of a time, both of which belong to it. A date that is still being typed changes nothing. */
export function PeriodFields({ name, value, onChange }: PeriodFieldsProps) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  // It can change elsewhere too, such as by a chip.
  if (known.from !== value.from || known.to !== value.to) {
    setKnown(value)
    setTyped(value)
  }
  const type = (change: Partial<Period>) => {
    const next = { ...typed, ...change }
    const days = { from: isDay(next.from) ? next.from : value.from, to: isDay(next.to) ? next.to : value.to }
    setTyped(next)
    if (days.from === value.from && days.to === value.to) return
    setKnown(days)
    onChange(days)
  }
  const isTurned = isDay(typed.from) && typed.to !== '' && isDay(typed.to) && typed.to < typed.from
  const problemOf = (day: string) => (isDay(day) || day.length < 10 ? undefined : filterWords.wrongDate)
  return (
    <div className={classes.period}>
      <DateField
        label={filterWords.from(name)}
        description={null}
        error={problemOf(typed.from)}
        value={typed.from}
        onChange={(from) => type({ from })}
      />
      <DateField
        label={filterWords.to(name)}
        description={null}
        error={isTurned ? filterWords.wrongOrder : problemOf(typed.to)}
        value={typed.to}
        onChange={(to) => type({ to })}
      />
    </div>
  )
}
