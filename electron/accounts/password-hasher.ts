import { hash, type ParsedHashOptions, parseOptions, verify } from '@node-rs/argon2'
import type { Log } from '../environment/log.ts'
import type { RandomBytes } from '../environment/random.ts'
import { createJobGate, type GateLimits } from './job-gate.ts'

export interface HashParameters {
  /** Memory in KiB. */
  readonly memoryCost: number
  /** Passes over that memory. */
  readonly timeCost: number
  readonly parallelism: number
}

/** Argon2id with 64 MiB and three passes: about 45 ms on an office computer, above OWASP's minimum of 19 MiB and two. */
export const hashParameters: HashParameters = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** Two jobs of 64 MiB at once keep the window responsive; further ones wait. */
export const hashJobs: GateLimits = { running: 2, waiting: 20 }

const saltBytes = 16
const hashBytes = 32
/** Above these a stored hash is not ours: verifying it would stall the computer. 1 GiB, in KiB. */
const hostile = { memoryCost: 1_048_576, timeCost: 10, parallelism: 4 } as const
/** How `parseOptions` names Argon2id; its enum exists for the compiler only. */
const argon2id = 2

export interface PasswordHasher {
  /** Hashes a password for storing: a PHC string with a fresh salt. Throws `Refusal` `BUSY`. */
  hash(password: string): Promise<string>
  /**
   * Whether the password is the one that was stored. For null (no such account), and for a stored value that is no
   * hash of ours, it works as long and answers no. Throws `Refusal` `BUSY`.
   */
  verify(stored: string | null, password: string): Promise<boolean>
  /** Whether a stored hash was made with less than today's parameters and is to be made again. */
  isWeak(stored: string): boolean
}

export interface PasswordHasherParts {
  readonly random: RandomBytes
  readonly log: Log
  readonly parameters?: HashParameters
  readonly jobs?: GateLimits
}

/**
 * The form of a password that is hashed and verified: NFKC, so that `é` typed as one character on one keyboard and as
 * two on another is one password (NIST SP 800-63B-4 §3.1.1.2). Changing this would lock people out.
 */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC')
}

/** Makes the hasher; the parameters are those for new hashes. */
export function createPasswordHasher(parts: PasswordHasherParts): PasswordHasher {
  const parameters = parts.parameters ?? hashParameters
  const gate = createJobGate(parts.jobs ?? hashJobs)
  const nobody = unopenableHash(parameters, parts.random)

  return {
    hash: (password) =>
      gate(() =>
        hash(normalizePassword(password), { ...parameters, outputLen: hashBytes, salt: parts.random(saltBytes) }),
      ),
    async verify(stored, password) {
      const usable = stored !== null && isOurs(stored)
      if (stored !== null && !usable) parts.log.warn('a stored password hash was refused: not one that Staffdesk makes')
      return gate(() => verify(usable ? stored : nobody, normalizePassword(password)))
    },
    isWeak(stored) {
      const found = parsed(stored)
      return (
        found === null ||
        found.memoryCost < parameters.memoryCost ||
        found.timeCost < parameters.timeCost ||
        found.outputLen < hashBytes ||
        found.saltLen < saltBytes
      )
    },
  }
}

function isOurs(stored: string): boolean {
  const found = parsed(stored)
  return (
    found !== null &&
    found.memoryCost <= hostile.memoryCost &&
    found.timeCost <= hostile.timeCost &&
    found.parallelism <= hostile.parallelism
  )
}

function parsed(stored: string): ParsedHashOptions | null {
  try {
    const options = parseOptions(stored)
    return options.algorithm === argon2id ? options : null
  } catch {
    return null
  }
}

/** A hash that no password opens, made of random bytes: verifying against it takes as long as against a real one. */
function unopenableHash(parameters: HashParameters, random: RandomBytes): string {
  const unpadded = (length: number) => Buffer.from(random(length)).toString('base64').replaceAll('=', '')
  const { memoryCost, timeCost, parallelism } = parameters
  const settings = `m=${memoryCost},t=${timeCost},p=${parallelism}`
  return `$argon2id$v=19$${settings}$${unpadded(saltBytes)}$${unpadded(hashBytes)}`
}
