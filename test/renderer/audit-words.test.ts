import { expect, test } from 'vitest'
import { words } from '../../renderer/features/audit/strings.ts'
import { formatInstant } from '../../renderer/ui/format.ts'

test('an instant in a change is read as a day and a time', () => {
  const archived = '2026-12-04T10:36:00.000Z'
  expect(words.value('archivedAt', archived)).toBe(formatInstant(archived))
  expect(words.value('archivedAt', archived)).not.toContain('T10')
})

test('a text that only begins like an instant stays as it was typed', () => {
  expect(words.value('notes', '2026-12-04T10:36:00.000Z and later')).toBe('2026-12-04T10:36:00.000Z and later')
})
