import { Button } from '@mantine/core'
import { useState } from 'react'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useNotices } from '../../frame/notice.tsx'
import { SessionlessPage } from '../../frame/SessionlessPage.tsx'
import { useSession } from '../../frame/session.ts'
import { noticeOf } from '../../ui/RequestError.tsx'
import classes from './RecoveryScreen.module.css'
import { StartOverDialog } from './StartOverDialog.tsx'
import { words } from './strings.ts'

type Act = 'tryAgain' | 'chooseFile' | 'showFolder'

/** Stands where the company's data cannot be opened: what happened, what is safe, and what can be done. */
export function RecoveryScreen() {
  const { problem, restart } = useSession()
  const { show } = useNotices()
  const [running, setRunning] = useState<Act | null>(null)
  const [isStartingOver, setStartingOver] = useState(false)
  if (problem === null) return null

  async function run(act: Act, work: () => Promise<void>) {
    setRunning(act)
    try {
      await work()
    } catch (failure) {
      show(noticeOf(failure, words.failed))
    } finally {
      setRunning(null)
    }
  }

  const tryAgain = () =>
    run('tryAgain', async () => {
      const { opened } = await answerOf(staffdesk.recovery.tryAgain({}))
      if (!opened) show({ tone: 'alert', title: words.stillClosed, detail: '' })
      restart()
    })
  const chooseFile = () =>
    run('chooseFile', async () => {
      await answerOf(staffdesk.recovery.chooseFile({}))
      restart()
    })
  const showFolder = () => run('showFolder', async () => void (await answerOf(staffdesk.recovery.showFolder({}))))

  return (
    <SessionlessPage title={words.heading} width="wide">
      <dl className={classes.facts}>
        <dt>{words.whatHappened}</dt>
        <dd>{problem.whatHappened}</dd>
        <dt>{words.whatIsSafe}</dt>
        <dd>{problem.whatIsSafe}</dd>
        <dt>{words.folder}</dt>
        <dd className={classes.folder}>{problem.folder}</dd>
      </dl>
      <div className={classes.acts}>
        <Button loading={running === 'tryAgain'} onClick={tryAgain}>
          {words.tryAgain}
        </Button>
        <Button variant="default" loading={running === 'chooseFile'} onClick={chooseFile}>
          {words.chooseFile}
        </Button>
        <Button variant="default" loading={running === 'showFolder'} onClick={showFolder}>
          {words.showFolder}
        </Button>
        {problem.canStartOver && (
          <Button variant="default" c="var(--mantine-color-error)" onClick={() => setStartingOver(true)}>
            {words.startOver}
          </Button>
        )}
      </div>
      <StartOverDialog
        opened={isStartingOver}
        confirmation={problem.confirmation}
        onClose={() => setStartingOver(false)}
        onDone={restart}
      />
    </SessionlessPage>
  )
}
