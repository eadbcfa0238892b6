/**
 * Where the parts write what IT people read. Never handed passwords, tokens, recovery codes or the bodies of calls
 * (OWASP ASVS 16.2.5).
 */
export interface Log {
  info(message: string, details?: Readonly<Record<string, string | number | boolean | null>>): void
  warn(message: string, details?: Readonly<Record<string, string | number | boolean | null>>): void
  error(message: string, cause?: unknown): void
}
