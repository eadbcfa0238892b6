import { NoticeAlert } from '../ui/NoticeAlert.tsx'
import { useSession } from './session.ts'
import { words } from './strings.ts'

/** What the person must know about this computer, until they have read it. */
export function StartProblems() {
  const { problems, dismissProblem } = useSession()
  return problems.map((problem) => (
    <NoticeAlert
      key={problem}
      notice={{ tone: 'alert', title: words.problems.title, detail: problem }}
      onDismiss={() => dismissProblem(problem)}
    />
  ))
}
