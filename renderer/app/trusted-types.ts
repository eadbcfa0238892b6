interface TrustedTypePolicies {
  createPolicy(
    name: string,
    rules: Readonly<Record<'createHTML' | 'createScript' | 'createScriptURL', (text: string) => string>>,
  ): unknown
}

declare global {
  interface Window {
    /** Chromium's; TypeScript's DOM library does not know it. */
    readonly trustedTypes?: TrustedTypePolicies
  }
}

function refuse(): never {
  throw new TypeError('Staffdesk turns no text into markup or code.')
}

/**
 * Makes the page refuse to turn text into HTML, code or code's addresses. Text without "<" passes: it is how React
 * fills the style tags that Mantine makes, and it cannot hold an element.
 */
export function guardMarkup(): void {
  window.trustedTypes?.createPolicy('default', {
    createHTML: (text) => (text.includes('<') ? refuse() : text),
    createScript: refuse,
    createScriptURL: refuse,
  })
}
