import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { hasRole } from '../../../electron/contract/roles.ts'
import { type Screen, screens } from '../../../electron/contract/screens.ts'
import { type Theme, themes } from '../../../electron/contract/session-view.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useNotices } from '../../frame/notice.tsx'
import { pathOf, screenOf } from '../../frame/paths.ts'
import { useSession } from '../../frame/session.ts'
import { words as frameWords } from '../../frame/strings.ts'
import { noticeOf } from '../../ui/RequestError.tsx'
import { ownSessionQuery } from '../my-session/queries.ts'
import type { FoundPerson } from './people.ts'
import { ranked } from './ranking.ts'
import { paletteWords as words } from './strings.ts'

/** Something to go to, or to do. */
export interface Entry {
  readonly key: string
  readonly kind: keyof typeof words.kinds
  readonly label: string
  readonly detail: string
  /** Of a person's screen. */
  readonly address: string | null
  readonly run: () => void
}

/** The screens that are not for administrators alone. */
const forEverybody: readonly Screen[] = ['dashboard', 'organisation-chart', 'my-session', 'profile']

/** So many screens and actions come before the people that were found. */
const mostBeforePeople = 5

/**
 * What the person at the window may go to or do, ranked for a search.
 * @param people who was found for it
 */
export function useEntries(search: string, people: readonly FoundPerson[], showShortcuts: () => void) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { show } = useNotices()
  const { session, lockNow, logOut, updateSession } = useSession()
  const isAdministrator = session !== null && hasRole(session.role, 'admin')
  const isAllowed = (screen: Screen): boolean => isAdministrator || forEverybody.includes(screen)
  const go = (path: string) => () => void navigate(path)

  async function choose(theme: Theme) {
    try {
      updateSession((await answerOf(staffdesk.sessions.setTheme({ theme }))).session)
      void client.invalidateQueries({ queryKey: ownSessionQuery.queryKey })
    } catch (failure) {
      show(noticeOf(failure, words.themeFailed))
    }
  }

  const action = (key: string, label: string, run: () => void): Entry => ({
    key,
    kind: 'action',
    label,
    detail: '',
    address: null,
    run,
  })
  const screenEntries = screens.filter(isAllowed).map(
    (screen): Entry => ({
      key: screen,
      kind: screen === 'register-employee' ? 'action' : 'screen',
      label: frameWords.screens[screen],
      detail: '',
      address: null,
      run: go(pathOf(screen)),
    }),
  )
  const known = [
    ...screenEntries,
    action('lock', words.lock, lockNow),
    action('log-out', words.logOut, logOut),
    ...themes.map((theme) => action(`theme ${theme}`, words.themes[theme], () => void choose(theme))),
    action('shortcuts', words.shortcuts, showShortcuts),
  ]

  const askedScreen = search.startsWith('/') ? screenOf(search) : null
  if (askedScreen !== null) {
    const entry = { key: search, kind: 'address', label: search, detail: '', address: null, run: go(search) } as const
    return isAllowed(askedScreen) ? [entry] : []
  }
  const matching = ranked(known, search)
  const found = people.map(
    ({ id, name, detail, address }): Entry => ({
      key: `person ${id}`,
      kind: 'person',
      label: name,
      detail,
      address,
      run: go(address),
    }),
  )
  if (search === '') return matching
  return [...matching.slice(0, mostBeforePeople), ...found, ...matching.slice(mostBeforePeople)]
}
