import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { PublicView } from '../../../electron/contract/visibility.ts'
import { fullName } from '../../registry/names.ts'
import { Pages } from '../../ui/Pages.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { personPath } from './paths.ts'
import classes from './person.module.css'
import { reportsPageSize, reportsQuery } from './queries.ts'
import { words } from './strings.ts'

/** Those who report to a person, with the way to each. */
export function Reports({ of }: { readonly of: PublicView }) {
  const [page, setPage] = useState(0)
  const { data, error, refetch } = useQuery({ ...reportsQuery(of.id, page), enabled: of.reports > 0 })
  if (of.reports === 0) return <Text c="dimmed">{words.person.noReports}</Text>
  if (error) return <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />
  return (
    <div>
      <ul className={classes.reports} aria-label={words.person.reports}>
        {data?.rows.map((report) => (
          <li key={report.id}>
            <Anchor component={Link} to={personPath(report.id)}>
              {fullName(report)}
            </Anchor>
            {report.position && <span className={classes.position}>{report.position.name}</span>}
          </li>
        ))}
      </ul>
      {data && data.total > reportsPageSize && (
        <Pages page={page} pageSize={reportsPageSize} total={data.total} onPage={setPage} />
      )}
    </div>
  )
}
