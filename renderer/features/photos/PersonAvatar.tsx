import { useQuery } from '@tanstack/react-query'
import { Avatar } from '../../ui/Avatar.tsx'
import { tokenQuery } from './queries.ts'

interface PersonAvatarProps {
  readonly id: number
  readonly name: string
  /** The version of the photo; null without one. */
  readonly version: number | null
  /** Its diameter, in CSS pixels. */
  readonly size: number
  /** Left out where the name stands beside it. */
  readonly label?: string
}

/** Somebody's photo as main serves it to this session (`electron/window/photo-address.ts`), or their initials. */
export function PersonAvatar({ id, name, version, size, label = '' }: PersonAvatarProps) {
  const { data: token } = useQuery({ ...tokenQuery, enabled: version !== null })
  const photo = version === null || token === undefined ? null : `/photo/${id}?v=${version}&k=${token}`
  return <Avatar name={name} photo={photo} size={size} label={label} />
}
