import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ChartPerson } from '../../../electron/contract/chart.ts'
import { formatNumber } from '../../ui/format.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { PersonAvatar } from '../photos/PersonAvatar.tsx'
import classes from './chart.module.css'
import { pathQuery } from './queries.ts'
import { chartWords } from './strings.ts'

const words = chartWords.card

interface PersonCardProps {
  readonly opened: boolean
  /** Stays while the card closes; null before one was opened. */
  readonly person: ChartPerson | null
  readonly onClose: () => void
}

/** What everybody may know of a colleague. */
export function PersonCard({ opened, person, onClose }: PersonCardProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={person?.name}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
    >
      {person && <Particulars person={person} />}
    </Modal>
  )
}

function Particulars({ person }: { person: ChartPerson }) {
  const { data: path } = useQuery(pathQuery(person.id))
  const lines = [
    [words.position, person.position ?? words.none],
    [words.department, person.department ?? words.none],
    [words.manager, path?.at(-2)?.name ?? words.none],
    [words.reports, formatNumber(person.reports)],
  ] as const
  return (
    <>
      <PersonAvatar id={person.id} name={person.name} version={person.photo} size={96} />
      <dl className={classes.card}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
