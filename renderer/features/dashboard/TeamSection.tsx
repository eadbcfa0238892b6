import { Anchor, Skeleton, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { TeamFigures } from '../../../electron/contract/dashboard.ts'
import { pathOf } from '../../frame/paths.ts'
import { employmentTypeWords } from '../../registry/strings.ts'
import { BarList } from '../../ui/BarList.tsx'
import { formatPlainDate } from '../../ui/format.ts'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { memberPath, teamPathFor } from '../team/paths.ts'
import classes from './Dashboard.module.css'
import { FigureLink } from './Figures.tsx'
import { teamQuery } from './queries.ts'
import { companyWords, teamWords as words } from './strings.ts'

/** A manager's team in figures; each name opens the person. */
export function TeamSection() {
  const { data, error, refetch } = useQuery(teamQuery)
  return (
    <>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={160} aria-label={words.loading} />}
      {!error && data && (
        <>
          <div className={classes.figures}>
            <FigureLink to={pathOf('team')} number={data.members} name={words.members} />
          </div>
          {data.members > 0 && (
            <div className={classes.charts}>
              <Types {...data} />
              <Ending {...data} />
            </div>
          )}
        </>
      )}
    </>
  )
}

function Types({ types }: Pick<TeamFigures, 'types'>) {
  const text = companyWords.types
  return (
    <Section title={words.types}>
      <BarList
        label={words.types}
        columns={[text.type, words.people]}
        rows={types.map(({ type, count }) => ({
          name: type === null ? text.none : employmentTypeWords[type],
          value: count,
          to: teamPathFor(type),
        }))}
      />
    </Section>
  )
}

function Ending({ ending }: Pick<TeamFigures, 'ending'>) {
  return (
    <Section title={words.ending}>
      {ending.length === 0 && <Text c="dimmed">{words.nothingEnds}</Text>}
      {ending.length > 0 && (
        <PlainTable label={words.ending} columns={[words.name, words.what, words.on]} minWidth={240}>
          {ending.map(({ id, name, what, on }) => (
            <Table.Tr key={`${id} ${what}`}>
              <Table.Td>
                <Anchor component={Link} to={memberPath(id)}>
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td>{words[what]}</Table.Td>
              <Table.Td>{formatPlainDate(on)}</Table.Td>
            </Table.Tr>
          ))}
        </PlainTable>
      )}
    </Section>
  )
}
