import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { use, useState } from 'react'
import { createMemoryRouter, Link, Outlet } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { describe, expect, it } from 'vitest'
import { Providers } from '../../../renderer/app/providers.tsx'
import { type UnsavedWork, UnsavedWorkGuard, useLeave, useUnsavedWork } from '../../../renderer/frame/unsaved-work.tsx'
import { fakeBridge } from '../fake-bridge.ts'
import { told } from '../render-app.tsx'

function Editor({ work }: { work: UnsavedWork }) {
  useUnsavedWork(work)
  const leave = useLeave()
  const [typed, setTyped] = useState('')
  return (
    <>
      <input aria-label="Note" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <Link to="/elsewhere">Elsewhere</Link>
      <Link to="/never-drawn">Slow screen</Link>
      <button type="button" onClick={() => leave(() => document.body.setAttribute('data-left', 'yes'))}>
        Leave
      </button>
    </>
  )
}

const never = new Promise<never>(() => {})

/** A screen that the one before it stays in sight for. */
function NeverDrawn() {
  return use(never)
}

const screenOf = (work: UnsavedWork, other: UnsavedWork | undefined) => (
  <>
    <Editor work={work} />
    {other && <Editor work={other} />}
  </>
)

/** Opens a screen on which one or two things are worked on. */
function open(work: UnsavedWork, other?: UnsavedWork) {
  document.body.removeAttribute('data-left')
  const frame = (
    <>
      <UnsavedWorkGuard />
      <Outlet />
    </>
  )
  const router = createMemoryRouter([
    {
      element: frame,
      children: [
        { path: '/', element: screenOf(work, other) },
        { path: '/elsewhere', element: <p>Arrived</p> },
        { path: '/never-drawn', element: <NeverDrawn /> },
      ],
    },
  ])
  render(
    <Providers nonce="" env="test">
      <RouterProvider router={router} />
    </Providers>,
  )
  return userEvent.setup({ delay: null })
}

async function closingAnswer(choice?: 'save-draft' | 'discard') {
  await act(async () =>
    choice
      ? fakeBridge.emit('application.settleUnsavedWork', { requestId: 7, choice })
      : fakeBridge.emit('application.closing', { requestId: 7 }),
  )
  return fakeBridge.inputs('application', 'answer')
}

describe('unsaved work', () => {
  it('lets a person leave where there is none', async () => {
    const user = open({ dirty: false })
    await user.click(screen.getByText('Elsewhere'))
    expect(await screen.findByText('Arrived')).toBeDefined()
  })

  it('is asked about before another screen opens; Stay and Esc keep everything', async () => {
    const user = open({ dirty: true })
    await user.click(screen.getByText('Elsewhere'))
    await user.click(await screen.findByRole('button', { name: 'Stay' }))
    expect(screen.queryByText('Arrived')).toBeNull()

    await user.click(screen.getByText('Elsewhere'))
    await screen.findByRole('dialog')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.queryByText('Arrived')).toBeNull()
  })

  it.each([
    ['first', [{ dirty: true }, { dirty: false }]],
    ['second', [{ dirty: false }, { dirty: true }]],
  ] as const)('is asked about where only the %s of two forms on a screen has any', async (_which, [one, other]) => {
    const user = open(one, other)
    await user.click(screen.getAllByText('Elsewhere')[0] ?? document.body)
    expect(await screen.findByRole('dialog')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Stay' }))
    expect(screen.queryByText('Arrived')).toBeNull()
  })

  it('can be discarded', async () => {
    const user = open({ dirty: true })
    await user.click(screen.getByText('Elsewhere'))
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    expect(await screen.findByText('Arrived')).toBeDefined()
  })

  it('is not asked about once more while the next screen is on its way', async () => {
    const user = open({ dirty: true })
    await user.click(screen.getByText('Slow screen'))
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    await user.click(screen.getByText('Leave'))
    expect(document.body.hasAttribute('data-left')).toBe(true)
    await user.type(screen.getByLabelText('Note'), 'a')
    await user.click(screen.getByText('Elsewhere'))
    expect(await screen.findByText('Arrived')).toBeDefined()
  })

  it('goes on being asked about where an act left nothing but a part of the screen, such as a dialog', async () => {
    const user = open({ dirty: true })
    await user.click(screen.getByText('Leave'))
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    expect(document.body.hasAttribute('data-left')).toBe(true)
    await user.click(screen.getByText('Elsewhere'))
    expect(await screen.findByRole('dialog')).toBeDefined()
    expect(screen.queryByText('Arrived')).toBeNull()
  })

  it('throws its draft away when it is discarded, here and in a closing window', async () => {
    let discarded = 0
    const work = {
      dirty: true,
      discardDraft: async () => {
        discarded += 1
      },
    }
    const user = open(work)
    expect(await closingAnswer('discard')).toEqual([{ requestId: 7, answer: 'settled' }])
    expect(discarded).toBe(1)
    await user.click(screen.getByText('Elsewhere'))
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    expect(await screen.findByText('Arrived')).toBeDefined()
    expect(discarded).toBe(2)
  })

  it('can be kept as a draft where there is one', async () => {
    let saved = 0
    const user = open({
      dirty: true,
      saveDraft: async () => {
        saved += 1
        return true
      },
    })
    await user.click(screen.getByText('Elsewhere'))
    await user.click(await screen.findByRole('button', { name: 'Save draft' }))
    expect(await screen.findByText('Arrived')).toBeDefined()
    expect(saved).toBe(1)
  })

  it('stays where the draft could not be saved', async () => {
    const user = open({ dirty: true, saveDraft: async () => Promise.reject(new Error('disk full')) })
    await user.click(screen.getByText('Elsewhere'))
    await user.click(await screen.findByRole('button', { name: 'Save draft' }))
    expect(await told('alert')).toContain('could not be saved')
    expect(screen.queryByText('Arrived')).toBeNull()
  })

  it('is asked about before acts that lose it', async () => {
    const user = open({ dirty: true })
    await user.click(screen.getByText('Leave'))
    await user.click(await screen.findByRole('button', { name: 'Stay' }))
    expect(document.body.hasAttribute('data-left')).toBe(false)
    await user.click(screen.getByText('Leave'))
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    expect(document.body.hasAttribute('data-left')).toBe(true)
  })

  it.each([
    ['clean', { dirty: false }],
    ['dirty', { dirty: true }],
    ['dirty-with-draft', { dirty: true, saveDraft: async () => true }],
  ] as const)('answers a closing window with %s', async (answer, work) => {
    open(work)
    expect(await closingAnswer()).toEqual([{ requestId: 7, answer }])
  })

  it.each([
    ['settled', true],
    ['not-settled', false],
  ] as const)('answers %s once the window asked for a draft', async (answer, works) => {
    open({ dirty: true, saveDraft: async () => works })
    expect(await closingAnswer('save-draft')).toEqual([{ requestId: 7, answer }])
  })
})
