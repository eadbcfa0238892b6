import { queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'

/** Everything under `['photos']` is asked again when main says that employees changed. */
const keys = {
  all: ['photos'],
  versions: (ids: readonly number[]) => ['photos', 'versions', ids],
  token: ['photo-token'],
} as const

/** The photos of these people, the version of each by the person's id. */
export const versionsQuery = (ids: readonly number[]) =>
  queryOptions({
    queryKey: keys.versions(ids),
    queryFn: async () => {
      const { photos } = await answerOf(staffdesk.photos.versions({ ids: [...ids] }))
      return new Map(photos.map(({ id, version }) => [id, version]))
    },
  })

/** What the addresses of photos carry in this session. It is asked once, and goes with the session. */
export const tokenQuery = queryOptions({
  queryKey: keys.token,
  queryFn: async () => (await answerOf(staffdesk.photos.token({}))).token,
  staleTime: Number.POSITIVE_INFINITY,
})

export const useSavePhoto = () =>
  useChange(keys.all, (input: { employeeId: number; bytes: Uint8Array<ArrayBuffer> }) =>
    answerOf(staffdesk.photos.save(input)),
  )

export const useRemovePhoto = () =>
  useChange(keys.all, (employeeId: number) => answerOf(staffdesk.photos.remove({ employeeId })))
