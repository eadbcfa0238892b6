import { Refusal } from '../contract/errors.ts'

/** A row that a value points to. Two of one name are two. */
export interface Named {
  readonly id: number
  readonly name: string
}

type Value = string | Named | null

type Changes = Readonly<Record<string, { readonly old: string | null; readonly new: string | null }>>

/**
 * The values that differ, as the audit keeps them: by their names, since a number says nothing to whoever reads it
 * later. Nothing was there before an addition, and nothing is there after a removal.
 */
export function changesBetween<Name extends string>(
  old: Readonly<Record<Name, Value>> | null,
  now: Readonly<Record<Name, Value>> | null,
): Changes {
  const names = Object.keys(now ?? old ?? {}) as Name[]
  return Object.fromEntries(
    names
      .map((name) => [name, old?.[name] ?? null, now?.[name] ?? null] as const)
      .filter(([, before, after]) => identityOf(before) !== identityOf(after))
      .map(([name, before, after]) => [name, { old: nameOf(before), new: nameOf(after) }] as const),
  )
}

const identityOf = (value: Value) => (typeof value === 'object' ? value?.id : value)

const nameOf = (value: Value) => (typeof value === 'object' ? (value?.name ?? null) : value)

/** @throws Refusal `CONFLICT` where a change was made from another version than the one that is stored */
export function requireVersion(name: string, stored: number, known: number): void {
  if (stored === known) return
  throw new Refusal('CONFLICT', `Somebody changed ${name} meanwhile. Look at the newer version, then try again.`)
}
