import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ChartPerson } from '../../../electron/contract/chart.ts'
import { formatNumber } from '../../ui/format.ts'
import { PersonAvatar } from '../photos/PersonAvatar.tsx'
import classes from './chart.module.css'
import { useChart } from './chart-context.ts'
import { chartWords as words } from './strings.ts'

interface PersonBoxProps {
  readonly person: ChartPerson
  /** Whether those who report to this person are shown; null where nobody does. */
  readonly isOpen: boolean | null
}

/** Somebody as the chart draws them. The mouse opens the person by the name, and the branch by the count. */
export function PersonBox({ person, isOpen }: PersonBoxProps) {
  const { selfId, toggle, openPerson } = useChart()
  const { id, name, position, department, reports, photo } = person
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div className={classes.box} data-self={id === selfId || undefined}>
      <PersonAvatar id={id} name={name} version={photo} size={36} />
      <div className={classes.person}>
        <button type="button" tabIndex={-1} className={classes.name} onClick={() => openPerson(person)}>
          {name}
        </button>
        {position !== null && <span className={classes.line}>{position}</span>}
        {department !== null && <span className={classes.line}>{department}</span>}
      </div>
      {isOpen !== null && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.toggle}
          aria-label={isOpen ? words.close(name) : words.open(name)}
          onClick={() => toggle(id)}
        >
          <Chevron size={16} stroke={1.75} aria-hidden />
          {formatNumber(reports)}
        </button>
      )}
    </div>
  )
}
