import { Button, Group, Radio } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { type DetailField, type Details, detailsOf, differences, merged } from './details.ts'
import classes from './employee.module.css'
import { FieldValue } from './FieldValue.tsx'
import { employeeWords, fieldWords } from './strings.ts'

const words = employeeWords.conflict

interface NewerVersionProps {
  /** What both versions began from. */
  readonly base: Details
  readonly mine: Details
  readonly newer: EmployeeRecord
  /** Whether a save was just refused for it: then it is what the person has to see. */
  readonly takesFocus: boolean
  readonly onLoad: () => void
  /** Goes on, over the newer version, with the details as they were chosen. */
  readonly onGoOn: (details: Details) => void
}

/**
 * Shows both versions where they differ, and lets the person choose for each field which one goes on. To begin with
 * that is whoever changed it; where both did, the person at the screen.
 */
export function NewerVersion({ base, mine, newer, takesFocus, onLoad, onGoOn }: NewerVersionProps) {
  const theirs = detailsOf(newer)
  const fields = differences(mine, theirs)
  const [chosen, setChosen] = useState<Partial<Record<DetailField, 'mine' | 'theirs'>>>({})
  const changedByMe = differences(base, mine)
  const choiceOf = (field: DetailField) => chosen[field] ?? (changedByMe.includes(field) ? 'mine' : 'theirs')
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) alert.current?.focus()
  }, [takesFocus])
  const choice = (field: DetailField, whose: 'mine' | 'theirs') => (
    <Radio
      name={`version-of-${field}`}
      checked={choiceOf(field) === whose}
      onChange={() => setChosen({ ...chosen, [field]: whose })}
      label={<FieldValue field={field} value={(whose === 'mine' ? mine : theirs)[field]} empty={words.empty} />}
    />
  )
  return (
    <div ref={alert} tabIndex={-1} className={classes.newer} role="alert">
      <p className={classes.newerTitle}>{words.title}</p>
      <p>{fields.length === 0 ? words.same : words.detail}</p>
      {fields.length > 0 && (
        <table className={classes.versions}>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.yours}</th>
              <th scope="col">{words.newer}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{fieldWords[field]}</th>
                <td>{choice(field, 'mine')}</td>
                <td>{choice(field, 'theirs')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Group gap="xs" mt="sm">
        <Button variant="default" size="xs" onClick={onLoad}>
          {words.load}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            onGoOn(
              merged(
                mine,
                theirs,
                fields.filter((field) => choiceOf(field) === 'theirs'),
              ),
            )
          }
        >
          {words.goOn}
        </Button>
      </Group>
    </div>
  )
}
