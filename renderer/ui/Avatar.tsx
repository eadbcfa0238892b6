import { useState } from 'react'
import classes from './Avatar.module.css'

interface AvatarProps {
  readonly name: string
  /** The address of the photo; null without one. */
  readonly photo: string | null
  /** Its diameter, in CSS pixels. */
  readonly size: number
  /** What it is called for those who do not see it; empty where the name stands beside it. */
  readonly label: string
}

/** The first letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '')
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}

/** Somebody's photo in a circle, or their initials where there is none that can be shown. */
export function Avatar({ name, photo, size, label }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const style = { width: size, height: size, fontSize: size * 0.38 }
  if (photo !== null && photo !== broken) {
    return <img className={classes.avatar} style={style} src={photo} alt={label} onError={() => setBroken(photo)} />
  }
  return (
    <span
      className={classes.avatar}
      style={style}
      {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {initialsOf(name)}
    </span>
  )
}
