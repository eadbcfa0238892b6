import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { pathOf } from '../../frame/paths.ts'
import { fieldWords } from '../../registry/strings.ts'
import { formatPlainDate } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { ownQuery } from '../directory/queries.ts'
import classes from './Dashboard.module.css'
import { words } from './strings.ts'

/** What one is in the company; nothing for an account that no employee record belongs to. */
export function OwnCard() {
  const { data } = useQuery(ownQuery)
  if (!data) return null
  const { position, department, manager, hireDate } = data.employee
  const particulars = [
    [fieldWords.positionId, position?.name],
    [fieldWords.departmentId, department?.name],
    [fieldWords.managerId, manager?.name],
    [fieldWords.hireDate, formatPlainDate(hireDate)],
  ]
  return (
    <Section
      title={words.card.heading}
      actions={
        <Anchor component={Link} to={pathOf('my-details')}>
          {words.card.all}
        </Anchor>
      }
    >
      <dl className={classes.particulars}>
        {particulars.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? words.card.none}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
