import { afterEach, describe, expect, it } from 'vitest'
import { guardMarkup } from '../../renderer/app/trusted-types.ts'

type Rules = Record<'createHTML' | 'createScript' | 'createScriptURL', (text: string) => string>

function rules(): Rules {
  let made: Rules | undefined
  Object.defineProperty(window, 'trustedTypes', {
    configurable: true,
    value: {
      createPolicy: (_name: string, given: Rules) => {
        made = given
      },
    },
  })
  guardMarkup()
  if (made === undefined) throw new Error('No policy was made.')
  return made
}

afterEach(() => void Reflect.deleteProperty(window, 'trustedTypes'))

describe('text that would become markup or code', () => {
  it('is refused, but for style text, which holds no element', () => {
    const { createHTML, createScript, createScriptURL } = rules()
    expect(() => createHTML('<img src=x onerror=alert(1)>')).toThrow(TypeError)
    expect(createHTML(':root { color: red }')).toBe(':root { color: red }')
    expect(() => createScript('1')).toThrow(TypeError)
    expect(() => createScriptURL('https://example.com/x.js')).toThrow(TypeError)
  })

  it('asks nothing of a browser without the feature', () => {
    expect(guardMarkup).not.toThrow()
  })
})
