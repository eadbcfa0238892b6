import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { Outlet } from 'react-router'
import type { SessionView } from '../../electron/contract/session-view.ts'
import { Providers } from '../../renderer/app/providers.tsx'
import { SessionProvider } from '../../renderer/app/SessionProvider.tsx'
import { NoticeBanner } from '../../renderer/frame/notice.tsx'
import { paths } from '../../renderer/frame/paths.ts'
import { UnsavedWorkGuard } from '../../renderer/frame/unsaved-work.tsx'
import { adminSession, startState } from './render-app.tsx'

/** An administrator's session in which no theme was chosen. */
export const ownSession: SessionView = { ...adminSession, theme: null }

/** Shows one screen of a signed-in person, with the place for messages above it and nothing else around it. */
export async function renderScreen(element: ReactElement) {
  const user = userEvent.setup({ delay: null })
  const frame = (
    <>
      <UnsavedWorkGuard />
      <NoticeBanner />
      <Outlet />
    </>
  )
  await act(async () => {
    render(
      <Providers nonce="" env="test">
        <SessionProvider
          start={startState({ show: { screen: 'signed-in', session: ownSession, notice: null, destination: null } })}
          routes={[{ element: frame, children: [{ path: paths.dashboard, element }] }]}
          restart={() => {}}
          problems={[]}
          dismissProblem={() => {}}
        />
      </Providers>,
    )
  })
  return user
}
