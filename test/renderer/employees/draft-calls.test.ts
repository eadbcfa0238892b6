import { expect, it } from 'vitest'
import { discardDraft, saveDraft } from '../../../renderer/features/employees/draft-calls.ts'
import { emptyRegistration, toDraft } from '../../../renderer/features/employees/registration.ts'
import { fakeBridge } from '../fake-bridge.ts'

it('a draft is discarded after the saves that are on their way, whatever becomes of them', async () => {
  const made: string[] = []
  const saving = Promise.withResolvers<object>()
  fakeBridge.answer('employees', 'saveDraft', () => {
    made.push('save')
    return saving.promise as never
  })
  fakeBridge.answer('employees', 'discardDraft', () => {
    made.push('discard')
    return {}
  })
  const saved = saveDraft(toDraft(emptyRegistration, 0))
  const discarded = discardDraft()
  await Promise.resolve()
  expect(made).toEqual(['save'])
  saving.resolve({ ok: false, error: { code: 'INTERNAL', message: 'The disk is full.' } })
  await expect(saved).rejects.toThrow('The disk is full.')
  await discarded
  expect(made).toEqual(['save', 'discard'])
})
