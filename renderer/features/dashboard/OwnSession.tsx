import type { SessionView } from '../../../electron/contract/session-view.ts'
import { formatInstant } from '../../ui/format.ts'
import { roleWords } from '../../ui/roles.ts'
import { Section } from '../../ui/Section.tsx'
import classes from './Dashboard.module.css'
import { words } from './strings.ts'

/** The person's own session in particulars. */
export function OwnSession({ session }: { session: SessionView }) {
  const text = words.session
  const particulars = [
    [text.person, session.username],
    [text.role, roleWords[session.role]],
    [text.started, formatInstant(session.startedAt)],
    [text.expires, formatInstant(session.expiresAt)],
    [text.computer, session.computer],
  ]
  return (
    <Section title={text.heading}>
      <dl className={classes.particulars}>
        {particulars.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
