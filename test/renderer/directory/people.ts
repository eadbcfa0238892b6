import { notifications } from '@mantine/notifications'
import type { ToldCustomValue } from '../../../electron/contract/custom-fields.ts'
import type { Celebration, CelebrationChoice } from '../../../electron/contract/directory.ts'
import type { Role } from '../../../electron/contract/roles.ts'
import type { Screen } from '../../../electron/contract/screens.ts'
import { asSeenBy, type OwnView, type PublicView } from '../../../electron/contract/visibility.ts'
import { employeeOf } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { adminSession, dashboardOf, failing, renderApp, startState } from '../render-app.tsx'

export const personOf = (id: number, more: Partial<PublicView> = {}): PublicView => ({
  ...asSeenBy('colleague', employeeOf(id)),
  ...more,
})

export const ownOf = (more: Partial<OwnView> = {}): OwnView => ({ ...asSeenBy('self', employeeOf(1)), ...more })

interface Served {
  readonly people: PublicView[]
  readonly celebrations: Celebration[]
  readonly own: { employee: OwnView; custom: ToldCustomValue[]; celebrations: CelebrationChoice } | null
}

/** Answers every call of the directory over the given people. */
export function serveDirectory({ people = [], celebrations = [], own = null }: Partial<Served>): void {
  let kept = own
  notifications.clean()
  fakeBridge.answer('directory', 'list', ({ search, departmentId, managerId, offset, limit }) => {
    const rows = people.filter(
      ({ firstName, lastName, department, manager }) =>
        `${firstName} ${lastName}`.includes(search) &&
        (departmentId === null || department?.id === departmentId) &&
        (managerId === null || manager?.id === managerId),
    )
    const shown = rows.slice(offset, offset + limit).map(({ manager: _, reports: __, ...row }) => row)
    return { total: rows.length, listed: people.length, rows: shown }
  })
  fakeBridge.answer('directory', 'read', ({ id }) => {
    const person = people.find((candidate) => candidate.id === id)
    return person ? { person } : failing({ code: 'NOT_FOUND', message: 'Nobody.' })
  })
  fakeBridge.answer('photos', 'versions', () => ({ photos: [] }))
  fakeBridge.answer('directory', 'departments', () => ({
    departments: [
      { id: 1, name: 'Sales', parentId: null },
      { id: 2, name: 'Field', parentId: 1 },
    ],
  }))
  fakeBridge.answer('directory', 'celebrations', () => ({ total: celebrations.length, celebrations }))
  fakeBridge.answer('directory', 'readOwn', () => ({ own: kept }))
  fakeBridge.answer('directory', 'chooseCelebrations', ({ celebrations: chosen }) => {
    kept = kept && { ...kept, celebrations: chosen }
    return { celebrations: chosen }
  })
  fakeBridge.answer('accounts', 'administrators', () => ({ names: ['Grace Hopper', 'Noor Özdemir'] }))
  fakeBridge.answer('application', 'copy', () => ({}))
}

/** Starts the renderer at a screen, with somebody of that role signed in. */
export async function openAs(role: Role, destination: Screen) {
  const session = { ...adminSession, role }
  fakeBridge.answer('dashboard', 'read', () => dashboardOf(session))
  return await renderApp(startState({ show: { screen: 'signed-in', session, notice: null, destination } }))
}
