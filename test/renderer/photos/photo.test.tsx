import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EmployeePhoto } from '../../../renderer/features/photos/EmployeePhoto.tsx'
import { fakeBridge } from '../fake-bridge.ts'
import { emit, told } from '../render-app.tsx'
import { renderScreen } from '../render-screen.tsx'

afterEach(() => vi.unstubAllGlobals())

/** Shows Ada's photo, which the test may change as others would; null for none. */
async function open(version: { current: number | null }) {
  fakeBridge.answer('photos', 'versions', ({ ids }) => ({
    photos: version.current === null ? [] : ids.map((id) => ({ id, version: version.current ?? 0 })),
  }))
  fakeBridge.answer('photos', 'token', () => ({ token: 'window-1' }))
  fakeBridge.answer('photos', 'remove', () => {
    version.current = null
    return {}
  })
  return renderScreen(<EmployeePhoto id={42} name="Ada Lovelace" />)
}

const choose = (name: string) =>
  fireEvent.change(screen.getByLabelText('Choose photo', { selector: 'input' }), {
    target: { files: [new File(['bytes'], name)] },
  })

describe('the photo of an employee', () => {
  it('is asked for under the address of this session, in its version', async () => {
    const version = { current: 3 }
    await open(version)
    const photo = () => screen.getByRole('img', { name: 'Photo of Ada Lovelace' })
    await waitFor(() => expect(photo().getAttribute('src')).toBe('/photo/42?v=3&k=window-1'))
    version.current = 4
    await emit('employees.changed', {})
    await waitFor(() => expect(screen.getByRole('img').getAttribute('src')).toBe('/photo/42?v=4&k=window-1'))
  })

  it('is initials without one, and where it cannot be loaded', async () => {
    const version: { current: number | null } = { current: null }
    await open(version)
    expect((await screen.findByRole('img', { name: 'Photo of Ada Lovelace' })).textContent).toBe('AL')
    expect(fakeBridge.inputs('photos', 'token')).toEqual([])
    expect(screen.queryByRole('button', { name: 'Remove photo' })).toBeNull()
    version.current = 1
    await emit('employees.changed', {})
    await waitFor(() => expect(screen.getByRole('img').getAttribute('src')).toBe('/photo/42?v=1&k=window-1'))
    fireEvent.error(screen.getByRole('img'))
    expect(screen.getByRole('img', { name: 'Photo of Ada Lovelace' }).textContent).toBe('AL')
  })

  it('is removed once it was asked', async () => {
    const user = await open({ current: 1 })
    await user.click(await screen.findByRole('button', { name: 'Remove photo' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove the photo of Ada Lovelace?' }))
    await user.click(dialog.getByRole('button', { name: 'Remove photo' }))
    expect(await screen.findByText('Photo removed')).toBeDefined()
    expect(fakeBridge.inputs('photos', 'remove')).toEqual([{ employeeId: 42 }])
    expect(await screen.findByRole('button', { name: 'Choose photo' })).toBeDefined()
  })

  it('is refused where the file is no picture', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('not a picture')))
    await open({ current: null })
    choose('notes.png')
    expect(await told('alert')).toContain('This photo cannot be used')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is cropped before it is saved', async () => {
    vi.stubGlobal('createImageBitmap', async () => ({ width: 1000, height: 600 }))
    const drawn: number[][] = []
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
      clearRect: () => {},
      drawImage: (_picture: unknown, ...place: number[]) => drawn.push(place),
    } as never)
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((take, type) =>
      take(new Blob([new Uint8Array([1, 2, 3])], { type })),
    )
    fakeBridge.answer('photos', 'save', () => ({ version: 1 }))
    const user = await open({ current: null })
    choose('ada.png')
    const dialog = within(await screen.findByRole('dialog', { name: 'Crop the photo' }))
    const area = await dialog.findByRole('application', { name: 'Visible part of the photo' })
    await waitFor(() => expect(drawn.at(-1)?.slice(0, 4)).toEqual([200, 0, 600, 600]))
    area.focus()
    await user.keyboard('{ArrowRight}')
    await waitFor(() => expect(drawn.at(-1)?.slice(0, 4)).toEqual([176, 0, 600, 600]))
    await user.keyboard('+'.repeat(10))
    await waitFor(() => expect(drawn.at(-1)?.[2]).toBeCloseTo(300))
    expect(dialog.getByRole('slider', { name: 'Zoom' }).getAttribute('aria-valuenow')).toMatch(
      /^2(\.0+\d*)?$|^1\.9+\d*$/,
    )
    await user.click(dialog.getByRole('button', { name: 'Save photo' }))
    expect(await screen.findByText('Photo saved')).toBeDefined()
    expect(fakeBridge.inputs('photos', 'save')).toEqual([{ employeeId: 42, bytes: new Uint8Array([1, 2, 3]) }])
  })
})
