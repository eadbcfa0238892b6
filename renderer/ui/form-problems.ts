import type { z } from '../../electron/contract/zod.ts'
import { CallFailure } from '../bridge/staffdesk.ts'

/** A sentence for each field at fault. */
export type Problems = Readonly<Record<string, string>>

/** What a contract schema finds wrong, the first problem of each field, by its dotted path. */
export function problemsBySchema(schema: z.ZodType, input: unknown): Problems {
  const problems: Record<string, string> = {}
  for (const issue of schema.safeParse(input).error?.issues ?? []) {
    problems[issue.path.join('.')] ??= issue.message
  }
  return problems
}

/**
 * What the main process found wrong, by the form's own field names.
 * @param names the form's fields
 * @param nameOf the field for a path of the call's input; by default the path itself or its last part
 */
export function problemsOfFailure(
  failure: unknown,
  names: readonly string[],
  nameOf: (path: string) => string | undefined = (path) =>
    names.includes(path) ? path : names.find((name) => path.endsWith(`.${name}`)),
): Problems {
  const problems: Record<string, string> = {}
  if (!(failure instanceof CallFailure)) return problems
  for (const [path, message] of Object.entries(failure.error.fields ?? {})) {
    const name = nameOf(path)
    if (name !== undefined) problems[name] = message
  }
  return problems
}
