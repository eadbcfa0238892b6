import { Refusal } from '../contract/errors.ts'
import type { SessionPolicyValues } from '../contract/session-policy.ts'
import { writeSessionPolicy } from '../lifecycle/policy-rows.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import type { SessionsParts } from './parts.ts'

/**
 * Saves the company's rules for sessions; their limits hold at once, the absolute one for sessions that start from now
 * on. With another engine every session ends.
 * @returns whether it did
 * @throws Refusal `INVALID_INPUT` for what this computer cannot do, `UNAUTHENTICATED`
 */
export async function savePolicy(
  parts: SessionsParts,
  policy: SessionPolicyValues,
  actor: ActingPerson,
): Promise<boolean> {
  const { database, audit, lifecycle, engine, policyInUse } = parts
  requireKeepable(policy, parts.keepingRefused())
  const isOther = policy.engine !== engine.name()
  const switchEngine = isOther ? engine.prepare(policy.engine) : null
  const ended = await database.write(async (transaction) => {
    await lifecycle.requireOpenWithin(transaction, actor)
    await writeSessionPolicy(transaction, policy)
    await audit.append(transaction, {
      action: 'session_policy.changed',
      actor,
      subject: { kind: 'company', id: 1, name: null },
      changes: changesBetween(policyInUse.policy, policy),
    })
    return isOther ? lifecycle.endSessionsWithin(transaction, { reason: 'engine_changed', endedBy: actor }) : []
  })
  // The old engine still has their data, so it is deleted there before the new one takes its place.
  await lifecycle.announceEnded(ended)
  switchEngine?.()
  policyInUse.policy = policy
  policyInUse.engineProblem = null
  lifecycle.check()
  return isOther
}

function requireKeepable({ whenClosed, engine }: SessionPolicyValues, refused: string | null): void {
  if (whenClosed === 'end') return
  const problem = engine === 'cache' ? 'The engine `cache` forgets sessions when Staffdesk closes.' : refused
  if (problem !== null) throw new Refusal('INVALID_INPUT', problem, { fields: { 'policy.whenClosed': problem } })
}

function changesBetween(old: SessionPolicyValues, now: SessionPolicyValues) {
  const names = Object.keys(now) as (keyof SessionPolicyValues)[]
  const changed = names.filter((name) => old[name] !== now[name])
  return Object.fromEntries(changed.map((name) => [name, { old: old[name], new: now[name] }]))
}

/**
 * Signs session data with a new secret from now on and ends every session.
 * @throws Refusal `UNAUTHENTICATED`
 */
export async function renewSecret(parts: SessionsParts, actor: ActingPerson): Promise<void> {
  const { database, audit, lifecycle } = parts
  await parts.renewSecret()
  const ended = await database.write(async (transaction) => {
    await lifecycle.requireOpenWithin(transaction, actor)
    await audit.append(transaction, {
      action: 'session_secrets.renewed',
      actor,
      subject: { kind: 'company', id: 1, name: null },
    })
    return lifecycle.endSessionsWithin(transaction, { reason: 'secret_renewed', endedBy: actor })
  })
  await lifecycle.announceEnded(ended)
}
