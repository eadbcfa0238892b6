import type { SuiteName } from './arguments.ts'
import { measureEmployees } from './employees/suite.ts'
import { employeesText } from './employees/text.ts'
import { measureMemory } from './memory/suite.ts'
import { memoryText } from './memory/text.ts'
import type { SuiteResult } from './report/finding.ts'
import type { SuiteText } from './report/markdown.ts'
import type { BenchParts } from './sessions/parts.ts'
import { measureSessions } from './sessions/suite.ts'
import { sessionsText } from './sessions/text.ts'

export interface Suite {
  readonly text: SuiteText
  readonly measure: (parts: BenchParts) => Promise<SuiteResult>
}

export const suites: Readonly<Record<SuiteName, Suite>> = {
  employees: { text: employeesText, measure: measureEmployees },
  sessions: { text: sessionsText, measure: measureSessions },
  memory: { text: memoryText, measure: measureMemory },
}
