import { CallFailure } from '../bridge/staffdesk.ts'
import classes from './ErrorSummary.module.css'
import type { Problems } from './form-problems.ts'
import { noticeOf } from './RequestError.tsx'
import { words } from './strings.ts'

interface ErrorSummaryProps {
  readonly problems: Problems
  /** What the call answered, where it said more than which fields are at fault. */
  readonly failure?: unknown
}

/** Sums a form's problems up above it; each leads to its field. Shows nothing while nothing is wrong. */
export function ErrorSummary({ problems, failure }: ErrorSummaryProps) {
  const entries = Object.entries(problems)
  const general = generalWords(failure, entries.length > 0)
  if (entries.length === 0 && general === null) return null
  return (
    <div className={classes.summary} role="alert">
      <p className={classes.title}>{general ?? words.problems}</p>
      {entries.length > 0 && (
        <ul className={classes.list}>
          {entries.map(([name, problem]) => (
            <li key={name}>
              <button type="button" className={classes.link} onClick={(event) => focusField(event.currentTarget, name)}>
                {problem}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function generalWords(failure: unknown, hasFields: boolean): string | null {
  if (failure === null || failure === undefined) return null
  if (hasFields && failure instanceof CallFailure && failure.error.fields) return failure.error.message
  return noticeOf(failure).detail
}

/** Fields are found by name within the form that the summary stands in, or else on the page. */
function focusField(from: HTMLElement, name: string): void {
  const scope = from.closest('form') ?? document
  scope.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus()
}
