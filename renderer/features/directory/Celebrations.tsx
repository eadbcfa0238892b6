import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { fullName } from '../../registry/names.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import classes from './celebrations.module.css'
import { personPath } from './paths.ts'
import { celebrationsQuery } from './queries.ts'
import { words } from './strings.ts'

const text = words.celebrations

/** How many are told at first. */
const first = 3

/** The birthdays and anniversaries that people show, the nearest first; nothing where there are none. */
export function Celebrations() {
  const { data, error, refetch } = useQuery(celebrationsQuery)
  const [all, setAll] = useState(false)
  if (error) return <RequestError failure={error} title={text.failure} onRetry={() => void refetch()} />
  if (data === undefined || data.total === 0) return null
  const { total, celebrations } = data
  const shown = all ? celebrations : celebrations.slice(0, first)
  const later = total - celebrations.length

  return (
    <Section
      title={text.heading}
      actions={
        celebrations.length > first && (
          <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? text.fewer : text.all(celebrations.length)}
          </Button>
        )
      }
    >
      <ul className={classes.celebrations} aria-label={text.heading}>
        {shown.map(({ person, kind, month, day, inDays }) => (
          <li key={`${person.id} ${kind}`}>
            <Anchor component={Link} to={personPath(person.id)} className={classes.person} title={fullName(person)}>
              {fullName(person)}
            </Anchor>
            <span>
              {text.kinds[kind]}, {text.day({ month, day })} · {text.inDays(inDays)}
            </span>
          </li>
        ))}
        {all && later > 0 && <li>{text.more(later)}</li>}
      </ul>
    </Section>
  )
}
