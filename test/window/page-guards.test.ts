import { expect, test } from 'vitest'
import { isOwnPage } from '../../electron/window/page-guards.ts'

test.each(['app://main/index.html', 'app://main/', 'app://main/index.html#/employees'])('%s is ours', (url) => {
  expect(isOwnPage(url, 'app://main')).toBe(true)
})

test.each([
  'app://main.evil/',
  'app://evil/main',
  'app://user@main/',
  'https://main/',
  'http://localhost/',
  'file:///etc/passwd',
  'data:text/html,hello',
  'javascript:alert(1)',
  'about:blank',
  '',
  'not a url',
])('%s is not ours', (url) => {
  expect(isOwnPage(url, 'app://main')).toBe(false)
})
