import { type RegistrationDraft, registrationDraft } from '../contract/employees.ts'
import type { Session } from '../session/index.ts'

/** The session property that keeps the half-filled registration. It outlives the session: see the kept properties. */
const property = 'draft'

/** The draft; null where there is none, or none of the form that this version knows. */
export function readDraft(session: Session): RegistrationDraft | null {
  const kept = registrationDraft.safeParse(session.get(property))
  return kept.success ? kept.data : null
}

export function saveDraft(session: Session, draft: RegistrationDraft): void {
  session.set(property, draft)
}

export function discardDraft(session: Session): void {
  session.pop(property, null)
}
