import { Refusal } from '../contract/errors.ts'

type Value = string | null

/** The values that differ, as the audit keeps them; nothing was there before an addition. */
export function changesBetween<Name extends string>(
  old: Readonly<Record<Name, Value>> | null,
  now: Readonly<Record<Name, Value>>,
): Readonly<Record<string, { readonly old: Value; readonly new: Value }>> {
  const names = Object.keys(now) as Name[]
  return Object.fromEntries(
    names
      .map((name) => [name, { old: old?.[name] ?? null, new: now[name] }] as const)
      .filter(([, change]) => change.old !== change.new),
  )
}

/** @throws Refusal `CONFLICT` where a change was made from another version than the one that is stored */
export function requireVersion(name: string, stored: number, known: number): void {
  if (stored === known) return
  throw new Refusal('CONFLICT', `Somebody changed ${name} meanwhile. Look at the newer version, then save again.`)
}
