import { Button, Group, Radio } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './NewerVersion.module.css'
import { words as sharedWords } from './strings.ts'

const words = sharedWords.newerVersion

interface NewerVersionProps<Values extends Record<string, unknown>, Name extends keyof Values & string> {
  /** The form whose record somebody saved meanwhile. */
  readonly form: {
    readonly form: { readonly values: Values }
    readonly differing: readonly { readonly name: Name; readonly isMine: boolean }[]
    readonly isRefused: boolean
    readonly discard: () => void
    readonly goOn: (taken: readonly Name[]) => void
  }
  /** The form's values of the newer version. */
  readonly newer: Values
  readonly labels: Readonly<Record<Name, string>>
  /** What a field holds, in words; nothing for an empty one. */
  readonly shown: (name: Name, values: Values) => ReactNode
}

/**
 * Shows both versions where they differ, and lets the person choose for each field which one goes on. To begin with
 * that is whoever changed it; where both did, the person at the screen.
 */
export function NewerVersion<Values extends Record<string, unknown>, Name extends keyof Values & string>({
  form: { form, differing, isRefused, discard, goOn },
  newer,
  labels,
  shown,
}: NewerVersionProps<Values, Name>) {
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({})
  const keepsMine = ({ name, isMine }: (typeof differing)[number]) => chosen[name] ?? isMine
  const alert = useRef<HTMLDivElement>(null)
  // What a save was just refused for is what the person has to see.
  useEffect(() => {
    if (isRefused) alert.current?.focus()
  }, [isRefused])
  const choice = (difference: (typeof differing)[number], mine: boolean) => (
    <Radio
      name={`version-of-${difference.name}`}
      checked={keepsMine(difference) === mine}
      onChange={() => setChosen({ ...chosen, [difference.name]: mine })}
      label={shown(difference.name, mine ? form.values : newer) || words.empty}
    />
  )
  return (
    <div ref={alert} tabIndex={-1} className={classes.newer} role="alert">
      <p className={classes.title}>{words.title}</p>
      <p>{differing.length === 0 ? words.same : words.detail}</p>
      {differing.length > 0 && (
        <table className={classes.versions}>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.yours}</th>
              <th scope="col">{words.newer}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((difference) => (
              <tr key={difference.name}>
                <th scope="row">{labels[difference.name]}</th>
                <td>{choice(difference, true)}</td>
                <td>{choice(difference, false)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Group gap="xs" mt="sm">
        <Button variant="default" size="xs" onClick={discard}>
          {words.load}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => goOn(differing.filter((difference) => !keepsMine(difference)).map(({ name }) => name))}
        >
          {words.goOn}
        </Button>
      </Group>
    </div>
  )
}
