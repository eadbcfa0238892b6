import classes from './sessions.module.css'

interface PersonProps {
  readonly displayName: string
  readonly username: string
}

/** Whose session it is: two people may have one name, never one username. */
export function Person({ displayName, username }: PersonProps) {
  return (
    <>
      <span className={classes.name}>{displayName}</span> <span className={classes.username}>{username}</span>
    </>
  )
}
