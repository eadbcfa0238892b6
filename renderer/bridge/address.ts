import { CallFailure } from './staffdesk.ts'

/** The id in the address of a screen; null where there is none, or what stands there cannot be one. */
export const idIn = (address: string | undefined): number | null =>
  /^[1-9]\d{0,15}$/.test(address ?? '') ? Number(address) : null

/** Whether a call failed because what was asked for does not exist, or not for this person. */
export const isNotFound = (failure: unknown): boolean =>
  failure instanceof CallFailure && failure.error.code === 'NOT_FOUND'
