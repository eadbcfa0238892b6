import { Button, NativeSelect, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from '../../../electron/contract/zod.ts'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Pages } from '../../ui/Pages.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Total } from '../../ui/Section.tsx'
import { AuditTable } from './AuditTable.tsx'
import classes from './audit.module.css'
import { ExportButton } from './ExportButton.tsx'
import { type AuditFilter, auditQuery, noFilter, pageSize } from './queries.ts'
import { words } from './strings.ts'

/** How long the typing has to rest before main is asked, in milliseconds. */
const restMs = 150

/** Everything that happened in the company, the last first. */
export function AuditLogScreen() {
  const [filter, setFilter] = useState(noFilter)
  const [page, setPage] = useState(0)
  const [search] = useDebouncedValue(filter.search.trim(), restMs)
  const asked = { ...filter, search, from: wholeDay(filter.from), until: wholeDay(filter.until) }
  const { data, error, refetch, isPlaceholderData } = useQuery(auditQuery(asked, page))
  const narrow = (change: Partial<AuditFilter>) => {
    setFilter({ ...filter, ...change })
    setPage(0)
  }

  return (
    <Screen title={words.heading} width="list" actions={<ExportButton filter={asked} total={data?.total ?? 0} />}>
      <Filters filter={filter} onChange={narrow} />
      <Total>{data && words.total(data.total)}</Total>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={360} aria-label={words.loading} />}
      {!error && data && data.total > 0 && (
        <div aria-busy={isPlaceholderData}>
          <AuditTable label={words.table} entries={data.entries} />
          <Pages page={page} pageSize={pageSize} total={data.total} onPage={setPage} />
        </div>
      )}
      {!error && data?.total === 0 && (
        <EmptyState title={words.nothingMatches.title} detail={words.nothingMatches.detail}>
          <Button variant="default" onClick={() => narrow(noFilter)}>
            {words.nothingMatches.action}
          </Button>
        </EmptyState>
      )}
    </Screen>
  )
}

/** A date that is still being typed narrows nothing down. */
const wholeDay = (typed: string): string => (z.iso.date().safeParse(typed).success ? typed : '')

interface FiltersProps {
  readonly filter: AuditFilter
  readonly onChange: (change: Partial<AuditFilter>) => void
}

function Filters({ filter, onChange }: FiltersProps) {
  return (
    <search className={classes.filters}>
      <SearchField label={words.search} value={filter.search} onChange={(search) => onChange({ search })} />
      <Choice
        label={words.area}
        every={words.everyArea}
        names={words.areas}
        value={filter.area}
        onChange={(area) => onChange({ area })}
      />
      <Choice
        label={words.outcome}
        every={words.everyOutcome}
        names={words.outcomes}
        value={filter.outcome}
        onChange={(outcome) => onChange({ outcome })}
      />
      <DateField label={words.from} description={null} value={filter.from} onChange={(from) => onChange({ from })} />
      <DateField
        label={words.until}
        description={null}
        value={filter.until}
        onChange={(until) => onChange({ until })}
      />
    </search>
  )
}

interface ChoiceProps<Name extends string> {
  readonly label: string
  /** What no choice is called. */
  readonly every: string
  readonly names: Readonly<Record<Name, string>>
  readonly value: Name | null
  readonly onChange: (value: Name | null) => void
}

function Choice<Name extends string>({ label, every, names, value, onChange }: ChoiceProps<Name>) {
  const values = Object.keys(names) as Name[]
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: every }, ...values.map((name) => ({ value: name, label: names[name] }))]}
      value={value ?? ''}
      onChange={(event) => onChange(values.find((name) => name === event.currentTarget.value) ?? null)}
    />
  )
}
