import { useCallback, useEffect, useState } from 'react'
import type { StartState } from '../../electron/contract/application.ts'
import { answerOf, staffdesk } from '../bridge/staffdesk.ts'
import { words } from '../frame/strings.ts'
import { FailureScreen } from './FailureScreen.tsx'
import { routes } from './routes.tsx'
import { SessionProvider } from './SessionProvider.tsx'

interface Started {
  readonly number: number
  readonly start: StartState
}

/** Asks the main process what to show, and shows it. */
export function App() {
  const [started, setStarted] = useState<Started | null>(null)
  const [failed, setFailed] = useState(false)
  const [read, setRead] = useState<readonly string[]>([])

  const restart = useCallback(() => {
    answerOf(staffdesk.application.start({})).then(
      (start) => {
        setFailed(false)
        setStarted((former) => ({ start, number: (former?.number ?? 0) + 1 }))
      },
      () => setFailed(true),
    )
  }, [])
  useEffect(restart, [restart])

  const isPainted = failed || started !== null
  useEffect(() => {
    if (isPainted) void tellReady()
  }, [isPainted])

  if (failed) return <FailureScreen detail={words.failure.startDetail} />
  if (started === null) return null
  const { number, start } = started
  return (
    <SessionProvider
      key={number}
      start={start}
      routes={routes}
      restart={restart}
      problems={start.problems.filter((problem) => !read.includes(problem))}
      dismissProblem={(problem) => setRead((all) => [...all, problem])}
    />
  )
}

/** Tells the main process that the first screen is painted, in the right font, so that the window may be shown. */
async function tellReady(): Promise<void> {
  await document.fonts?.ready
  await staffdesk.application.ready({})
}
