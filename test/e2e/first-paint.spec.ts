import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const built = 'out/renderer'
/** In bytes; what is beyond it comes when a screen asks for it. */
const most = 250_000

test('what a window loads before its first screen stays small', () => {
  const page = readFileSync(join(built, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/"(\.\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
  expect(scripts.length).toBeGreaterThan(1)
  const size = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(built, path)), { level: 9 }).length, 0)
  expect(size).toBeLessThanOrEqual(most)
})
