import { describe, expect, it } from 'vitest'
import { photoAddressOf } from '../../electron/window/photo-address.ts'

const read = (address: string) => photoAddressOf(new URL(address))

describe('the address of a photo', () => {
  it('names the person, the version and whose window asks', () => {
    expect(read('app://main/photo/42?v=7&k=aZ_-9')).toEqual({ id: 42, version: 7, token: 'aZ_-9' })
  })

  it.each([
    'app://main/photo/42',
    'app://main/photo/42?v=7',
    'app://main/photo/42?k=a&v=7',
    'app://main/photo/42?v=7&k=a&k=b',
    'app://main/photo/42?v=7&k=',
    'app://main/photo/42?v=0&k=a',
    'app://main/photo/0?v=7&k=a',
    'app://main/photo/-1?v=7&k=a',
    'app://main/photo/1e3?v=7&k=a',
    'app://main/photo/42/?v=7&k=a',
    'app://main/photo/42/../../index.html?v=7&k=a',
    'app://main/photo/..%2f42?v=7&k=a',
    'app://main/photo/42%00?v=7&k=a',
    'app://main/photo/9999999999999999999?v=7&k=a',
    'app://main/Photo/42?v=7&k=a',
    'app://main/x/photo/42?v=7&k=a',
    'app://main.evil/photo/42?v=7&k=a',
    `app://main/photo/42?v=7&k=${'a'.repeat(65)}`,
  ])('has one form alone: %s is none', (address) => {
    expect(read(address)).toBeNull()
  })
})
