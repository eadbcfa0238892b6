import { Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { type Details, detailsOf, differences } from './details.ts'
import classes from './employee.module.css'
import { FieldValue } from './FieldValue.tsx'
import { employeeWords, fieldWords } from './strings.ts'

interface NewerVersionProps {
  readonly mine: Details
  readonly newer: EmployeeRecord
  /** Whether a save was just refused for it: then it is what the person has to see. */
  readonly takesFocus: boolean
  readonly onLoad: () => void
  readonly onKeep: () => void
}

/** Shows both versions, field by field where they differ, and lets the person choose which one goes on. */
export function NewerVersion({ mine, newer, takesFocus, onLoad, onKeep }: NewerVersionProps) {
  const words = employeeWords.conflict
  const theirs = detailsOf(newer)
  const fields = differences(mine, theirs)
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) alert.current?.focus()
  }, [takesFocus])
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
                <td>
                  <FieldValue field={field} value={mine[field]} empty={words.empty} />
                </td>
                <td>
                  <FieldValue field={field} value={theirs[field]} empty={words.empty} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Group gap="xs" mt="sm">
        <Button variant="default" size="xs" onClick={onLoad}>
          {words.load}
        </Button>
        <Button variant="default" size="xs" onClick={onKeep}>
          {words.keep}
        </Button>
      </Group>
    </div>
  )
}
