import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../electron/window/content-security-policy.ts'

const directives = Object.fromEntries(
  contentSecurityPolicy('bm9uY2U=')
    .split('; ')
    .map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
)

test('a page may load its own files and nothing else', () => {
  expect(directives).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'nonce-bm9uY2U='"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'frame-src': ["'none'"],
    'worker-src': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default'],
  })
})

test('scripts are never inline, evaluated or from elsewhere', () => {
  expect(contentSecurityPolicy('x')).not.toMatch(/unsafe|\*|https?:|wasm|blob:/)
})
