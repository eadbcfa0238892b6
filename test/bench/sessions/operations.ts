/** What every session store is asked to do. */
export const operationNames = ['create', 'load', 'modify', 'flush'] as const

export type OperationName = (typeof operationNames)[number]

/** Each does it so many times, and answers what each time took, in microseconds. */
export type Operations = Readonly<Record<OperationName, (times: number) => Promise<readonly number[]>>>

/** In words. */
export const operationTitles: Readonly<Record<OperationName, string>> = {
  create: 'create',
  load: 'load',
  modify: 'load, change, save',
  flush: 'flush',
}
