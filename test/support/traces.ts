/**
 * Every form in which a secret could stand in a file or a message: as it is, in hex, in base64 and base64url wherever
 * in a longer text it begins; each text in UTF-8 and in UTF-16, as Chromium's own stores and V8 write it.
 * @param secret a text, or bytes
 */
export function formsOf(secret: string | Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(secret)
  const hex = bytes.toString('hex')
  const texts = [hex, hex.toUpperCase(), ...[0, 1, 2].flatMap((offset) => inBase64(bytes, offset))]
  if (typeof secret === 'string') texts.push(secret)
  return [bytes, ...texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])]
}

/**
 * The letters of a base64 text that are the secret's alone.
 * @param offset how many bytes stand before it, modulo 3
 */
function inBase64(bytes: Buffer, offset: number): string[] {
  const around = Buffer.concat([Buffer.alloc(offset), bytes])
  const first = Math.ceil((offset * 8) / 6)
  const end = Math.floor((around.length * 8) / 6)
  return (['base64', 'base64url'] as const).map((encoding) => around.toString(encoding).slice(first, end))
}

/** Whether a content holds a secret in any of its forms. */
export function holds(content: Uint8Array, forms: readonly Buffer[]): boolean {
  const whole = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return forms.some((form) => whole.includes(form))
}
