import { ActionIcon, Button, Group, Input, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { plainField } from '../../registry/Line.tsx'
import type { Problems } from '../../ui/form-problems.ts'
import type { Choice } from './choices.ts'
import classes from './custom-fields.module.css'
import { words } from './strings.ts'

interface ChoicesFieldProps {
  readonly choices: readonly Choice[]
  /** By path: `choices` for all of them, `choices.2.name` for the third. */
  readonly problems: Problems
  readonly onChange: (choices: readonly Choice[]) => void
}

/** The choices of a field, one in each line. */
export function ChoicesField({ choices, problems, onChange }: ChoicesFieldProps) {
  const list = useRef<HTMLFieldSetElement>(null)
  const focusNext = useRef<number | null>(null)
  useEffect(() => {
    if (focusNext.current === null) return
    const inputs = list.current?.querySelectorAll('input') ?? []
    inputs[Math.min(focusNext.current, inputs.length - 1)]?.focus()
    focusNext.current = null
  })
  const rename = (index: number, name: string) =>
    onChange(choices.map((choice, at) => (at === index ? { ...choice, name } : choice)))
  const add = () => {
    focusNext.current = choices.length
    onChange([...choices, { id: null, name: '' }])
  }
  const remove = (index: number) => {
    focusNext.current = index
    onChange(choices.toSpliced(index, 1))
  }
  return (
    <fieldset ref={list} className={classes.choices}>
      <legend>{words.fields.choices}</legend>
      {choices.map((choice, index) => (
        <Group key={choice.id ?? `new ${index}`} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            {...plainField}
            flex={1}
            aria-label={words.choiceNumber(index + 1)}
            value={choice.name}
            error={problems[`choices.${index}.name`]}
            onChange={(event) => rename(index, event.currentTarget.value)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={words.removeChoice(index + 1)}
            onClick={() => remove(index)}
          >
            <IconX size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {problems.choices && <Input.Error>{problems.choices}</Input.Error>}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={add}
        >
          {words.addChoice}
        </Button>
      </div>
      {choices.some(({ id }) => id !== null) && (
        <Text size="sm" c="dimmed">
          {words.choiceHint}
        </Text>
      )}
    </fieldset>
  )
}
