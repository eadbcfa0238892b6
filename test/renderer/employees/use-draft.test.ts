import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyRegistration } from '../../../renderer/features/employees/registration.ts'
import { useDraft } from '../../../renderer/features/employees/use-draft.ts'
import { fakeBridge } from '../fake-bridge.ts'

const restMs = 600
const typed = { ...emptyRegistration, firstName: 'Ada' }

const saved = () => fakeBridge.inputs('employees', 'saveDraft').length

describe('the draft of a registration', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    fakeBridge.answer('employees', 'saveDraft', () => ({}))
  })
  afterEach(() => void vi.useRealTimers())

  it('is kept once the typing rests', async () => {
    renderHook(() => useDraft(typed, 0, true))
    await vi.advanceTimersByTimeAsync(restMs - 1)
    expect(saved()).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(saved()).toBe(1)
  })

  it('is kept no more once the form is done with, though it is still on the screen', async () => {
    const { result } = renderHook(() => useDraft(typed, 0, true))
    result.current.stop()
    await vi.advanceTimersByTimeAsync(restMs)
    expect(saved()).toBe(0)
  })

  it('is kept again when more is typed', async () => {
    const { result, rerender } = renderHook((values: typeof typed) => useDraft(values, 0, true), {
      initialProps: typed,
    })
    result.current.stop()
    rerender({ ...typed, lastName: 'Lovelace' })
    await vi.advanceTimersByTimeAsync(restMs)
    expect(saved()).toBe(1)
  })
})
