import { Button } from '@mantine/core'
import type { Notice } from '../../electron/contract/notice.ts'
import { CallFailure } from '../bridge/staffdesk.ts'
import { NoticeAlert } from './NoticeAlert.tsx'
import { words } from './strings.ts'

/** What a failed call tells a person: the main process's own words where it has any. */
export function noticeOf(failure: unknown, title: string = words.notAnswered): Notice {
  if (!(failure instanceof CallFailure)) return { tone: 'alert', title, detail: words.unknownProblem }
  return failure.error.notice ?? { tone: 'alert', title, detail: failure.error.message }
}

interface RequestErrorProps {
  readonly failure: unknown
  /** What did not work, as a heading. */
  readonly title?: string
  readonly onRetry?: () => void
}

/** Shows why a call failed, and offers to repeat it. A lost session is told on the login screen, not here. */
export function RequestError({ failure, title, onRetry }: RequestErrorProps) {
  if (failure instanceof CallFailure && failure.error.code === 'UNAUTHENTICATED') return null
  return (
    <div>
      <NoticeAlert notice={noticeOf(failure, title)} />
      {onRetry && (
        <Button variant="default" mt="md" onClick={onRetry}>
          {words.tryAgain}
        </Button>
      )}
    </div>
  )
}
