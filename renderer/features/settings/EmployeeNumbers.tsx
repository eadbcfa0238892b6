import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { employeeNumberCalls, numberPattern } from '../../../electron/contract/employee-numbers.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'
import { useUnsavedWork } from '../../frame/unsaved-work.tsx'
import { numberPatternQuery, previewNumberQuery } from '../../registry/number-queries.ts'
import { numberWords as words } from '../../registry/number-strings.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import classes from './settings.module.css'

/** How long the typing has to rest before main is asked, in milliseconds. */
const restMs = 200

/** The pattern by which the next employee number is suggested. */
export function EmployeeNumbers() {
  const { data, error, refetch } = useQuery(numberPatternQuery)
  return (
    <Section title={words.heading}>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={80} maw={560} aria-label={words.loading} />}
      {data && <PatternForm key={data.pattern} stored={data.pattern} />}
    </Section>
  )
}

function PatternForm({ stored }: { stored: string }) {
  const save = useChange(['employees'], (pattern: string) =>
    answerOf(staffdesk.employees.saveNumberPattern({ pattern })),
  )
  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema: employeeNumberCalls.saveNumberPattern.input,
    initialValues: { pattern: stored },
    onSubmit: async ({ pattern }) => {
      await save.mutateAsync(pattern)
      toast(words.saved)
    },
  })
  const [rested] = useDebouncedValue(form.values.pattern.trim(), restMs)
  const isPattern = numberPattern.safeParse(rested).success
  const { data: preview } = useQuery({ ...previewNumberQuery(rested), enabled: isPattern && rested !== '' })
  const dirty = form.isDirty()
  useUnsavedWork({ dirty })
  const next = isPattern && rested !== '' ? (preview?.next ?? null) : null

  return (
    <form aria-label={words.heading} {...formProps}>
      <Stack gap="md" className={classes.fields}>
        {failure !== null && <ErrorSummary problems={problems} failure={failure} />}
        <TextInput
          label={words.pattern}
          description={words.hint}
          autoComplete="off"
          spellCheck={false}
          {...field('pattern')}
        />
        <Text c="dimmed" role="status">
          {next === null ? words.none : words.next(next)}
        </Text>
        <Group gap="xs">
          <Button type="submit" variant="default" loading={pending} disabled={!dirty}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
