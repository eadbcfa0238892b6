import { type RegistrationDraft, registrationDraft } from '../contract/employees.ts'
import type { Json, Session } from '../session/index.ts'

/** The session property that keeps the half-filled registration. It outlives the session: see the kept properties. */
const property = 'draft'

/** The draft; null where there is none, or none of the form that this version knows. */
export function readDraft(session: Session): RegistrationDraft | null {
  const kept = registrationDraft.safeParse(session.get(property))
  return kept.success ? kept.data : null
}

/** What is half typed may be anything; a session keeps no broken characters. */
export function saveDraft(session: Session, draft: RegistrationDraft): void {
  const kept: Json = JSON.parse(JSON.stringify(draft), (_name, value) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  )
  session.set(property, kept)
}

export function discardDraft(session: Session): void {
  session.pop(property, null)
}
