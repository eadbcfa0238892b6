import { Button, Group, Text, Title } from '@mantine/core'
import type { RegistrationDraft } from '../../../electron/contract/employees.ts'
import { fullName } from '../../registry/names.ts'
import classes from './register.module.css'
import { registerWords } from './strings.ts'

interface DraftOfferProps {
  readonly draft: RegistrationDraft
  readonly onContinue: () => void
  readonly onStartAfresh: () => void
}

/** Offers the registration that was left half-filled. */
export function DraftOffer({ draft, onContinue, onStartAfresh }: DraftOfferProps) {
  const words = registerWords.draft
  const name = fullName(draft) || draft.employeeNumber || words.unnamed
  return (
    <section className={classes.offer} aria-label={words.title}>
      <Title order={2}>{words.title}</Title>
      <Text c="dimmed">{words.about(name, registerWords.steps[draft.step] ?? '')}</Text>
      <Group gap="xs" mt="md">
        <Button variant="default" onClick={onStartAfresh}>
          {words.afresh}
        </Button>
        <Button onClick={onContinue}>{words.go}</Button>
      </Group>
    </section>
  )
}
