import type { CustomKey } from '../../../electron/contract/custom-fields.ts'
import type { CustomCondition } from '../../../electron/contract/custom-filter.ts'

/** A condition of one kind. */
export type ConditionOf<Kind extends CustomCondition['kind']> = Extract<CustomCondition, { kind: Kind }>

/** Whether it leaves out anybody. */
function isNarrowing(condition: CustomCondition): boolean {
  switch (condition.kind) {
    case 'text':
      return condition.holds.trim() !== ''
    case 'number':
    case 'date':
      return condition.from !== '' || condition.to !== ''
    case 'choice':
    case 'yes-no':
      return condition.values.length > 0
  }
}

/** What takes the place of a field's condition; one that leaves out nobody takes it away. */
export function withCondition(all: readonly CustomCondition[], condition: CustomCondition): CustomCondition[] {
  const isAsked = condition.kind === 'text' ? condition.holds !== '' : isNarrowing(condition)
  const place = all.findIndex(({ key }) => key === condition.key)
  const others = all.filter(({ key }) => key !== condition.key)
  return isAsked ? others.toSpliced(place < 0 ? others.length : place, 0, condition) : others
}

/** What of a field stands for one chip: each of several choices by itself. */
export const chipsOf = (condition: CustomCondition): readonly CustomCondition[] => {
  switch (condition.kind) {
    case 'choice':
      return condition.values.map((value) => ({ ...condition, values: [value] }))
    case 'yes-no':
      return condition.values.map((value) => ({ ...condition, values: [value] }))
    default:
      return isNarrowing(condition) ? [condition] : []
  }
}

/** All without what one chip stands for. */
export function withoutChip(all: readonly CustomCondition[], chip: CustomCondition): CustomCondition[] {
  const condition = all.find(({ key }) => key === chip.key)
  if (condition?.kind === 'choice' && chip.kind === 'choice') {
    return withCondition(all, { ...condition, values: condition.values.filter((value) => value !== chip.values[0]) })
  }
  if (condition?.kind === 'yes-no' && chip.kind === 'yes-no') {
    return withCondition(all, { ...condition, values: condition.values.filter((value) => value !== chip.values[0]) })
  }
  return all.filter(({ key }) => key !== chip.key)
}

/** The condition of a field, or one that leaves out nobody. */
export function conditionOf<Kind extends CustomCondition['kind']>(
  all: readonly CustomCondition[],
  key: CustomKey,
  empty: ConditionOf<Kind>,
): ConditionOf<Kind> {
  const isIt = (condition: CustomCondition): condition is ConditionOf<Kind> =>
    condition.key === key && condition.kind === empty.kind
  return all.find(isIt) ?? empty
}
