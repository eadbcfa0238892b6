/**
 * The row that a key leads to in a list of `total` rows, or undefined where the key is not for moving.
 * @param screenful rows that Page Up and Page Down pass over
 */
export function rowAfterKey(key: string, from: number, total: number, screenful: number): number | undefined {
  const target = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + screenful,
    PageUp: from - screenful,
    Home: 0,
    End: total - 1,
  }[key]
  return target === undefined ? undefined : Math.max(0, Math.min(target, total - 1))
}
