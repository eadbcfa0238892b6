/**
 * Runs in the main world before any page script: routes what asks the user's permission, and window.close, through the main
 * process. Its text is put into pages, so it refers to nothing outside itself.
 */
export function hookMainWorld(hooksOf: () => unknown): void {
  type Hooks = {
    askPermission(name: string, details: Record<string, unknown>): Promise<boolean>
    leaveOpening(url: string, name: string, features: string, disposition: string): boolean
    close(): void
  }
  const hooks = (): Hooks => hooksOf() as Hooks
  const { apply } = Reflect
  const denied = (name: string): DOMException => new DOMException(`Permission denied`, name)

  type Method = (...args: unknown[]) => unknown
  const wrap = (owner: object | undefined, name: string, make: (original: Method) => Method): void => {
    const original = (owner as Record<string, Method> | undefined)?.[name]
    if (!owner || typeof original !== 'function') return
    const wrapped = make(original)
    Object.defineProperty(wrapped, 'name', { value: name })
    Object.defineProperty(owner, name, { value: wrapped, writable: true, configurable: true, enumerable: true })
  }
  const guard = (owner: object | undefined, name: string, permission: string, error: string): void =>
    wrap(
      owner,
      name,
      (original) =>
        async function (this: unknown, ...args: unknown[]) {
          if (!(await hooks().askPermission(permission, {}))) throw denied(error)
          return apply(original, this, args)
        },
    )

  const top = window === window.top
  if (top)
    wrap(
      window,
      'close',
      () =>
        function close() {
          hooks().close()
        },
    )

  wrap(
    window,
    'open',
    (original) =>
      function (this: unknown, ...args: unknown[]) {
        const [url = '', name = '_blank', features = ''] = args
        const own = /^_(?:self|parent|top)$/i.test(`${name}`)
        const disposition = features ? 'new-window' : 'foreground-tab'
        if (!own && hooks().leaveOpening(url === '' ? 'about:blank' : `${url}`, `${name}`, `${features}`, disposition))
          return null
        return apply(original, this ?? window, args)
      },
  )

  for (const name of ['getCurrentPosition', 'watchPosition'])
    wrap(
      globalThis.Geolocation?.prototype,
      name,
      (original) =>
        function (this: unknown, ...args: unknown[]) {
          const [, onError] = args as [unknown, ((error: unknown) => void) | undefined]
          hooks()
            .askPermission('geolocation', {})
            .then((granted) => {
              if (granted) apply(original, this, args)
              else onError?.({ code: 1, message: 'User denied Geolocation', PERMISSION_DENIED: 1 })
            })
          return 0
        },
    )

  wrap(globalThis.Notification, 'requestPermission', () => async (callback: unknown) => {
    const answer = (await hooks().askPermission('notifications', {})) ? 'granted' : 'denied'
    if (typeof callback === 'function') callback(answer)
    return answer
  })

  wrap(
    globalThis.MediaDevices?.prototype,
    'getUserMedia',
    (original) =>
      async function (this: unknown, ...args) {
        const wanted = (args[0] ?? {}) as { audio?: unknown; video?: unknown }
        const mediaTypes = [wanted.audio && 'audio', wanted.video && 'video'].filter(Boolean)
        if (!(await hooks().askPermission('media', { mediaTypes }))) throw denied('NotAllowedError')
        return apply(original, this, args)
      },
  )
  guard(globalThis.MediaDevices?.prototype, 'getDisplayMedia', 'display-capture', 'NotAllowedError')
  guard(globalThis.Clipboard?.prototype, 'readText', 'clipboard-read', 'NotAllowedError')
  guard(globalThis.Clipboard?.prototype, 'read', 'clipboard-read', 'NotAllowedError')
  guard(globalThis.Clipboard?.prototype, 'writeText', 'clipboard-sanitized-write', 'NotAllowedError')
  guard(globalThis.Clipboard?.prototype, 'write', 'clipboard-sanitized-write', 'NotAllowedError')
  guard(globalThis.Element?.prototype, 'requestFullscreen', 'fullscreen', 'TypeError')
  guard(globalThis.Element?.prototype, 'requestPointerLock', 'pointerLock', 'NotAllowedError')
  const navigatorPrototype = globalThis.Navigator?.prototype
  guard(navigatorPrototype, 'requestMIDIAccess', 'midi', 'NotAllowedError')
  for (const device of ['hid', 'serial', 'usb', 'bluetooth']) {
    const owner = (navigator as unknown as Record<string, object | undefined>)[device]
    const name = device === 'serial' ? 'requestPort' : 'requestDevice'
    guard(owner && Object.getPrototypeOf(owner), name, `device:${device}`, 'NotFoundError')
  }
}
