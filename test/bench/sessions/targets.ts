import type { Synchronous } from '../peers/synchronous.ts'
import type { Target } from '../report/finding.ts'
import type { OperationName } from './operations.ts'

/** What has to be reached: so many times as fast as the peer. */

const least = (value: number): Target => ({ least: value })

/** Against prepared statements without a framework, which nothing built on them can outrun. */
export const rawTargets: Readonly<Record<OperationName, Target>> = {
  create: least(0.8),
  load: least(0.6),
  modify: least(0.8),
  flush: least(0.8),
}

export const djangoTargets: Readonly<Record<Synchronous, Readonly<Record<OperationName, Target>>>> = {
  FULL: { create: least(2.6), load: least(20), modify: least(3.8), flush: least(2.6) },
  NORMAL: { create: least(5.5), load: least(20), modify: least(11), flush: least(5.5) },
}

export const cachedLoadTarget = least(4)
export const signedTargets = { encode: least(5), decode: least(2.5), plain: least(0.8) }
export const loginTarget = least(3)

/** Clearing: the longest stall in milliseconds; the total, as often as what one statement takes. */
export const stallTarget: Target = { most: 5 }
export const clearingTarget: Target = { most: 2 }

/** Refused names take what a wrong password takes, within a tenth. */
export const refusalTarget: Target = { least: 0.9, most: 1.1 }
