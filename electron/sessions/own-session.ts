/** What a person sees of their own session, and may change in it. */
import { Refusal } from '../contract/errors.ts'
import type { OwnProperty } from '../contract/sessions.ts'
import type { Session } from '../session/index.ts'

/** The property by which a session knows whose it is. */
const owner = 'user'

const purposes: Readonly<Record<string, string>> = {
  [owner]: 'Whose session this is. It goes when you log out.',
  theme: 'How you want Staffdesk to look.',
  employee_list: 'The columns of the list of employees, and their widths, as you want them.',
  draft: 'What you typed in Register employee and did not save yet.',
}

/** The properties of a session, the owner's name first. */
export function ownProperties(session: Session): OwnProperty[] {
  return session
    .entries()
    .map(([name, value]) => ({
      name,
      value: JSON.stringify(value),
      purpose: purposes[name] ?? 'What Staffdesk remembers for you.',
      canDelete: name !== owner,
    }))
    .sort((one, other) => Number(one.canDelete) - Number(other.canDelete) || one.name.localeCompare(other.name))
}

/** @throws Refusal `REFUSED` for the owner's name, `NOT_FOUND` */
export function deleteOwnProperty(session: Session, name: string): void {
  if (name === owner) throw new Refusal('REFUSED', 'This property stays as long as you are signed in.')
  if (!session.has(name)) throw new Refusal('NOT_FOUND', 'This property is not in your session any more.')
  session.delete(name)
}

/** Deletes every property but the owner's name. Answers their names. */
export function clearOwnProperties(session: Session): readonly string[] {
  const names = session.keys().filter((name) => name !== owner)
  for (const name of names) session.delete(name)
  return names
}
