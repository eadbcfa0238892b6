import { flipFuses, type PackContext } from './fuses.ts'

/** Hook of electron-builder.yml. */
export function afterPack(context: PackContext): Promise<void> {
  return flipFuses(context, 'release')
}
