/** A secret that signs session data. */
export interface Secret {
  readonly id: string
  /** ISO 8601 in UTC. */
  readonly created: string
  /** 32 random bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Wraps small secrets with the system's keychain where one is there. */
export interface SecretBox {
  /** Whether a real backend stands behind it; where not, nothing may be sealed. */
  readonly available: boolean
  seal(text: string): Promise<string>
  /** @throws when it was sealed by another account or another backend */
  open(sealed: string): Promise<string>
}
