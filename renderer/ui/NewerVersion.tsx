import { Button, Group, Radio } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './NewerVersion.module.css'
import { words as sharedWords } from './strings.ts'

const words = sharedWords.newerVersion

export interface VersionDifference<Name extends string> {
  readonly name: Name
  readonly label: string
  readonly mine: ReactNode
  readonly newer: ReactNode
  /** Whether the person at the screen changed it, so that theirs goes on unless they choose otherwise. */
  readonly isMine: boolean
}

interface NewerVersionProps<Name extends string> {
  /** The fields in which both versions differ. */
  readonly differences: readonly VersionDifference<Name>[]
  /** Whether a save was just refused for it: then it is what the person has to see. */
  readonly takesFocus: boolean
  readonly onLoad: () => void
  /** Goes on over the newer version, whose values are taken for these fields. */
  readonly onGoOn: (taken: readonly Name[]) => void
}

/**
 * Shows both versions where they differ, and lets the person choose for each field which one goes on. To begin with
 * that is whoever changed it; where both did, the person at the screen.
 */
export function NewerVersion<Name extends string>({
  differences,
  takesFocus,
  onLoad,
  onGoOn,
}: NewerVersionProps<Name>) {
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({})
  const keepsMine = ({ name, isMine }: VersionDifference<Name>) => chosen[name] ?? isMine
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) alert.current?.focus()
  }, [takesFocus])
  const choice = (difference: VersionDifference<Name>, mine: boolean) => (
    <Radio
      name={`version-of-${difference.name}`}
      checked={keepsMine(difference) === mine}
      onChange={() => setChosen({ ...chosen, [difference.name]: mine })}
      label={(mine ? difference.mine : difference.newer) || words.empty}
    />
  )
  return (
    <div ref={alert} tabIndex={-1} className={classes.newer} role="alert">
      <p className={classes.title}>{words.title}</p>
      <p>{differences.length === 0 ? words.same : words.detail}</p>
      {differences.length > 0 && (
        <table className={classes.versions}>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.yours}</th>
              <th scope="col">{words.newer}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={difference.name}>
                <th scope="row">{difference.label}</th>
                <td>{choice(difference, true)}</td>
                <td>{choice(difference, false)}</td>
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
          onClick={() => onGoOn(differences.filter((difference) => !keepsMine(difference)).map(({ name }) => name))}
        >
          {words.goOn}
        </Button>
      </Group>
    </div>
  )
}
