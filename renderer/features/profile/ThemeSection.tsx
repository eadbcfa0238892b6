import { Button, Skeleton, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Notice } from '../../../electron/contract/notice.ts'
import { type SessionView, type Theme, theme, themes } from '../../../electron/contract/session-view.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { RadioList } from '../../ui/RadioList.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { ownSessionQuery } from '../my-session/queries.ts'
import classes from './profile.module.css'
import { words } from './strings.ts'

const text = words.theme

interface ThemeProps {
  readonly onSession: (session: SessionView, notice: Notice | null) => void
}

/** How Staffdesk looks for the person, wherever they sign in. */
export function ThemeSection({ onSession }: ThemeProps) {
  const { data, error, refetch } = useQuery(ownSessionQuery)
  return (
    <Section title={text.heading}>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={160} aria-label={words.loading} />}
      {!error && data && <ThemeChoice chosen={data.session.theme} onSession={onSession} />}
    </Section>
  )
}

function ThemeChoice({ chosen, onSession }: ThemeProps & { readonly chosen: Theme | null }) {
  const client = useQueryClient()
  const change = useMutation({
    // One after the other, so that the last choice is the one that stays.
    scope: { id: 'theme' },
    mutationFn: async (wanted: Theme | null) => {
      if (wanted === null) return await answerOf(staffdesk.sessions.deleteProperty({ name: 'theme' }))
      return { ...(await answerOf(staffdesk.sessions.setTheme({ theme: wanted }))), notice: null }
    },
    onSuccess: ({ session, notice }) => onSession(session, notice),
    onSettled: () => client.invalidateQueries({ queryKey: ownSessionQuery.queryKey }),
  })
  const shown = change.isPending ? change.variables : chosen
  const isReset = shown === null

  return (
    <Stack gap="md" className={classes.fields}>
      {change.isError && <RequestError failure={change.error} />}
      <RadioList
        label={text.label}
        description={isReset ? text.none : text.own}
        options={themes.map((name) => ({ value: name, label: text.names[name], hint: text.hints[name] }))}
        value={shown}
        onChange={(value) => change.mutate(theme.parse(value))}
      />
      <div>
        {/* Out of use, but not out of reach: it keeps the focus after it was pressed. */}
        <Button
          variant="default"
          aria-disabled={isReset}
          data-disabled={isReset || undefined}
          onClick={() => {
            if (!isReset) change.mutate(null)
          }}
        >
          {text.reset}
        </Button>
      </div>
    </Stack>
  )
}
