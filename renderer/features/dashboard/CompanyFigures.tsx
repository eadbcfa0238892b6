import { Anchor, Skeleton, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CompanyFigures as Company, Figure, SignInFigures } from '../../../electron/contract/dashboard.ts'
import { pathOf } from '../../frame/paths.ts'
import { employeePath, listPathFor } from '../../registry/employee-paths.ts'
import { employmentTypeWords } from '../../registry/strings.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { BarList } from '../../ui/BarList.tsx'
import { formatMonth, formatPlainDate } from '../../ui/format.ts'
import { Instant } from '../../ui/Instant.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import classes from './Dashboard.module.css'
import { FigureLink } from './Figures.tsx'
import { companyQuery, signInsQuery } from './queries.ts'
import { companyWords as words } from './strings.ts'

/** The company in figures and charts, for administrators; each number opens its list. */
export function CompanyFigures() {
  const { data, error, refetch } = useQuery(companyQuery)
  const signIns = useQuery(signInsQuery)
  const failure = error ?? signIns.error
  if (failure) {
    const retry = () => void Promise.all([refetch(), signIns.refetch()])
    return <RequestError failure={failure} title={words.failure} onRetry={retry} />
  }
  if (data === undefined || signIns.data === undefined) return <Skeleton height={320} aria-label={words.loading} />
  // Charts of nobody tell nothing.
  if (data.registeredLately.length === 0) return null
  return (
    <>
      <Section title={words.attention.heading}>
        <div className={classes.figures}>
          <FigureLink
            to={toList(data.probationsEnding)}
            number={data.probationsEnding.count}
            name={words.attention.probations}
          />
          <FigureLink
            to={toList(data.contractsEnding)}
            number={data.contractsEnding.count}
            name={words.attention.contracts}
          />
          <FigureLink
            to={toList(signIns.data.accountsNeverUsed)}
            number={signIns.data.accountsNeverUsed.count}
            name={words.attention.neverUsed}
          />
        </div>
      </Section>
      <div className={classes.charts}>
        <Departments {...data} />
        <Types {...data} />
        <Headcount {...data} />
        <JoinersAndLeavers {...data} />
        <SignIns {...signIns.data} />
        <RegisteredLately {...data} />
      </div>
    </>
  )
}

const toList = ({ filter }: Figure): string => listPathFor(filter)

const toValue = (figure: Figure) => ({ value: figure.count, to: toList(figure) })

function Departments({ departments }: Pick<Company, 'departments'>) {
  const text = words.departments
  return (
    <Section title={text.heading}>
      <BarList
        label={text.heading}
        columns={[text.department, words.employees]}
        rows={departments.map((department) => ({ name: department.name ?? text.none, ...toValue(department) }))}
      />
    </Section>
  )
}

function Types({ types }: Pick<Company, 'types'>) {
  const text = words.types
  return (
    <Section title={text.heading}>
      <BarList
        label={text.heading}
        columns={[text.type, words.employees]}
        rows={types.map((figure) => ({
          name: figure.type === null ? text.none : employmentTypeWords[figure.type],
          ...toValue(figure),
        }))}
      />
    </Section>
  )
}

function Headcount({ months, headcount }: Pick<Company, 'months' | 'headcount'>) {
  const text = words.headcount
  return (
    <Section title={text.heading}>
      <BarChart
        bars={months.map((month) => ({
          name: formatMonth(month.until),
          fullName: formatPlainDate(month.until),
          values: [toValue(month.headcount)],
        }))}
        summary={text.summary(months[0]?.headcount.count ?? 0, headcount.count)}
        table={{ label: text.heading, column: text.day, series: [words.employees] }}
      />
    </Section>
  )
}

function JoinersAndLeavers({ months }: Pick<Company, 'months'>) {
  const text = words.turnover
  const total = (kind: 'joined' | 'left') => months.reduce((sum, month) => sum + month[kind].count, 0)
  return (
    <Section title={text.heading}>
      <BarChart
        bars={months.map((month) => ({
          name: formatMonth(month.until),
          fullName: `${formatMonth(month.until)} ${month.until.slice(0, 4)}`,
          values: [toValue(month.joined), toValue(month.left)],
        }))}
        summary={text.summary(total('joined'), total('left'))}
        table={{ label: text.heading, column: text.month, series: [text.joined, text.left] }}
      />
    </Section>
  )
}

function SignIns({ days }: Pick<SignInFigures, 'days'>) {
  const text = words.signIns
  return (
    <Section title={text.heading}>
      <BarChart
        bars={days.map(({ day, count }) => ({
          name: String(Number(day.slice(8))),
          fullName: formatPlainDate(day),
          values: [{ value: count, to: pathOf('sessions') }],
        }))}
        summary={text.summary(days.reduce((sum, { count }) => sum + count, 0))}
        table={{ label: text.heading, column: text.day, series: [text.signIns] }}
      />
    </Section>
  )
}

function RegisteredLately({ registeredLately }: Pick<Company, 'registeredLately'>) {
  const text = words.registered
  return (
    <Section title={text.heading}>
      <PlainTable label={text.heading} columns={[text.name, text.at]} minWidth={240}>
        {registeredLately.map(({ id, name, registeredAt }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Anchor component={Link} to={employeePath(id)}>
                {name}
              </Anchor>
            </Table.Td>
            <Table.Td>
              <Instant at={registeredAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
    </Section>
  )
}
