import { useQuery } from '@tanstack/react-query'
import { PersonAvatar } from './PersonAvatar.tsx'
import { versionsQuery } from './queries.ts'

/** Somebody's photo, or their initials, beside their name. */
export function PhotoOf({ id, name, size }: { readonly id: number; readonly name: string; readonly size: number }) {
  const { data: versions } = useQuery(versionsQuery([id]))
  return <PersonAvatar id={id} name={name} version={versions?.get(id) ?? null} size={size} />
}
