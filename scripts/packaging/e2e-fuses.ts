import { flipFuses, type PackContext } from './fuses.ts'

/** Hook of electron-builder.e2e.yml. */
export function afterPack(context: PackContext): Promise<void> {
  return flipFuses(context, 'e2e')
}
