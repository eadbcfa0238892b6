import { expect, test } from 'vitest'
import { contextMenuTemplate } from '../../electron/window/context-menu.ts'

const flags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true } as Parameters<
  typeof contextMenuTemplate
>[0]['editFlags']
const rolesOf = (...given: Parameters<typeof contextMenuTemplate>) =>
  contextMenuTemplate(...given).flatMap(({ role, enabled }) => (role ? [[role, enabled]] : []))

test('a field offers to cut, copy, paste and select all', () => {
  expect(rolesOf({ isEditable: true, selectionText: '', editFlags: flags })).toEqual([
    ['cut', true],
    ['copy', true],
    ['paste', true],
    ['selectAll', true],
  ])
})

test('a field offers nothing that cannot be done, as to copy out of a password', () => {
  const editFlags = { ...flags, canCut: false, canCopy: false }
  expect(rolesOf({ isEditable: true, selectionText: '••••', editFlags })).toEqual([
    ['cut', false],
    ['copy', false],
    ['paste', true],
    ['selectAll', true],
  ])
})

test('selected text can be copied', () => {
  expect(rolesOf({ isEditable: false, selectionText: 'Ada', editFlags: flags })).toEqual([['copy', true]])
})

test.each(['', '  \n '])('there is no menu where nothing is selected: %j', (selectionText) => {
  expect(contextMenuTemplate({ isEditable: false, selectionText, editFlags: flags })).toEqual([])
})
