import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Notice } from '../../../electron/contract/notice.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { NoticeAlert } from '../../ui/NoticeAlert.tsx'
import { noticeOf } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { namesOf } from '../sessions/names.ts'
import { liveQuery, sessionKeys } from '../sessions/queries.ts'
import { words } from './strings.ts'

const text = words.storage

async function testStorage(): Promise<Notice> {
  const { worked, detail } = await answerOf(staffdesk.sessions.testStorage({}))
  return worked ? { tone: 'status', title: text.worked, detail } : { tone: 'alert', title: text.failed, detail }
}

async function clearExpired(): Promise<Notice> {
  const { count } = await answerOf(staffdesk.sessions.clearExpired({}))
  return { tone: 'status', title: text.cleared, detail: text.clearedDetail(count) }
}

/** What can be done with the storage of session data, and what came of it. */
export function SessionStorage() {
  const client = useQueryClient()
  const { ask, dialog } = useConfirmedAct()
  // Numbered, so that the same result is read out again when it comes again.
  const [result, setResult] = useState({ number: 0, notice: null as Notice | null })
  const tell = (notice: Notice) => setResult(({ number }) => ({ number: number + 1, notice }))
  const act = useMutation({
    mutationFn: (run: () => Promise<Notice>) => run(),
    onSuccess: tell,
    onError: (failure) => tell(noticeOf(failure)),
    onSettled: () => client.invalidateQueries({ queryKey: sessionKeys }),
  })
  const isRunning = (run: () => Promise<Notice>) => act.isPending && act.variables === run

  /** Whose sessions would end is asked first, so that the question can name them. */
  async function renew() {
    try {
      const live = await client.fetchQuery(liveQuery)
      ask({
        title: text.renewTitle,
        detail: words.change.detail(namesOf(live)),
        confirm: text.renew,
        isDangerous: true,
        run: async () => {
          await answerOf(staffdesk.sessions.renewSecret({}))
          toast(text.renewed)
        },
      })
    } catch (failure) {
      tell(noticeOf(failure, words.change.failure))
    }
  }

  return (
    <Section title={text.heading}>
      <Group gap="xs">
        <Button variant="default" loading={isRunning(testStorage)} onClick={() => act.mutate(testStorage)}>
          {text.test}
        </Button>
        <Button variant="default" loading={isRunning(clearExpired)} onClick={() => act.mutate(clearExpired)}>
          {text.clear}
        </Button>
        <Button variant="default" onClick={renew}>
          {text.renew}
        </Button>
      </Group>
      <Text c="dimmed">{text.renewHint}</Text>
      {result.notice && <NoticeAlert key={result.number} notice={result.notice} />}
      {dialog}
    </Section>
  )
}
