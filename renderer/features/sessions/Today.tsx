import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { BarChart } from '../../ui/BarChart.tsx'
import { formatInstant } from '../../ui/format.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { todayQuery } from './queries.ts'
import classes from './sessions.module.css'
import { words } from './strings.ts'

const text = words.today

const hourName = (hour: number): string => String(hour).padStart(2, '0')
const fullHourName = (hour: number): string => `${hourName(hour)}:00`

/** How many sessions the day has had, and how many at once in each of its hours. */
export function Today() {
  const { data, error, refetch } = useQuery(todayQuery)
  return (
    <Section title={text.heading}>
      {error && <RequestError failure={error} title={text.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={160} aria-label={words.loading} />}
      {!error && data && (
        <>
          <div className={classes.figures}>
            <span>{text.started(data.started)}</span>
            <span>{text.peak(data.peak)}</span>
          </div>
          <BarChart
            bars={data.hours.map(({ hour, open }) => ({
              name: hourName(hour),
              fullName: fullHourName(hour),
              values: [{ value: open }],
            }))}
            summary={text.summary(
              data.peak,
              fullHourName(data.hours.find(({ open }) => open === data.peak)?.hour ?? 0),
              data.hours.at(-1)?.open ?? 0,
            )}
            table={{ label: text.table, column: text.hour, series: [text.open] }}
          />
          <Text c="dimmed">
            {data.cleared === null ? text.notCleared : text.cleared(formatInstant(data.cleared.at), data.cleared.count)}
          </Text>
        </>
      )}
    </Section>
  )
}
