import { accountAccessCalls, employeeAccountCalls } from './account-access.ts'
import { accountCalls } from './accounts.ts'
import { applicationCalls, applicationEvents } from './application.ts'
import { assignmentCalls } from './assignments.ts'
import { auditCalls } from './audit.ts'
import { bulkCalls } from './bulk.ts'
import type { Call } from './call.ts'
import { chartCalls } from './chart.ts'
import { customFieldCalls, customFieldEvents } from './custom-fields.ts'
import { dashboardCalls } from './dashboard.ts'
import { directoryCalls } from './directory.ts'
import { employeeArchiveCalls } from './employee-archive.ts'
import { employeeListCalls } from './employee-list.ts'
import { employeeNumberCalls } from './employee-numbers.ts'
import { employeeCalls, employeeEvents } from './employees.ts'
import type { Reply } from './errors.ts'
import { exportCalls } from './exports.ts'
import { importCalls, importEvents } from './imports.ts'
import type { callNames, EventName, Feature } from './names.ts'
import { organisationCalls, organisationEvents } from './organisation.ts'
import { photoCalls } from './photos.ts'
import { recoveryCalls } from './recovery.ts'
import { sessionPolicyCalls } from './session-policy.ts'
import { sessionCalls, sessionEvents } from './sessions.ts'
import { setupCalls } from './setup.ts'
import { teamCalls } from './team.ts'
import type { z } from './zod.ts'

/** Every call of the application, by feature and name. */
export const contract = {
  application: applicationCalls,
  recovery: recoveryCalls,
  setup: setupCalls,
  accounts: { ...accountCalls, ...accountAccessCalls },
  sessions: { ...sessionCalls, ...sessionPolicyCalls },
  dashboard: dashboardCalls,
  chart: chartCalls,
  audit: auditCalls,
  organisation: organisationCalls,
  employees: { ...employeeCalls, ...employeeArchiveCalls, ...employeeAccountCalls, ...employeeNumberCalls },
  employeeList: employeeListCalls,
  directory: directoryCalls,
  team: teamCalls,
  assignments: assignmentCalls,
  customFields: customFieldCalls,
  photos: photoCalls,
  exports: exportCalls,
  bulk: bulkCalls,
  imports: importCalls,
} as const satisfies { readonly [F in Feature]: { readonly [C in NameOf<F>]: Call } }

/** Every event that the main process pushes, with the schema of what it carries. */
export const events = {
  ...applicationEvents,
  ...sessionEvents,
  ...employeeEvents,
  ...organisationEvents,
  ...importEvents,
  ...customFieldEvents,
} as const satisfies { readonly [E in EventName]: z.ZodType }

export type Contract = typeof contract
/** The names of a feature's calls, as `names.ts` lists them. */
export type NameOf<F extends Feature> = (typeof callNames)[F][number]
/** What a caller passes in, before parsing. */
export type InputOf<F extends Feature, C extends keyof Contract[F]> =
  Contract[F][C] extends Call<infer I, z.ZodType> ? z.input<I> : never
/** What a handler receives, after parsing. */
export type ParsedInputOf<F extends Feature, C extends keyof Contract[F]> =
  Contract[F][C] extends Call<infer I, z.ZodType> ? z.output<I> : never
export type OutputOf<F extends Feature, C extends keyof Contract[F]> =
  Contract[F][C] extends Call<z.ZodType, infer O> ? z.output<O> : never
export type PayloadOf<E extends EventName> = z.output<(typeof events)[E]>

/** The object that the preload exposes as `window.staffdesk`. */
export type Bridge = {
  readonly [F in Feature]: {
    readonly [C in keyof Contract[F]]: (input: InputOf<F, C>) => Promise<Reply<OutputOf<F, C>>>
  }
} & {
  /** Subscribes to an event; the answer unsubscribes. */
  readonly on: <E extends EventName>(event: E, listener: (payload: PayloadOf<E>) => void) => () => void
}

/** A schema without a name, or a name without a schema, fails here. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
type SchemaNames = { [F in Feature]: `${F}.${string & keyof Contract[F]}` }[Feature]
type ListedNames = { [F in Feature]: `${F}.${NameOf<F>}` }[Feature]
true satisfies Same<SchemaNames, ListedNames>
true satisfies Same<keyof typeof events, EventName>
