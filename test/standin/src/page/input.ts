import type { FromPage } from './messages.ts'

/** Hands a wish for a window to the app when it decides on them; true when it does. */
export type LeaveOpening = (url: string, name: string, features: string, disposition: string) => boolean

/**
 * Reports keys, mouse, context menus, focus and size to the main process. `guardKeys` keeps Chromium's own shortcuts from acting.
 * Its text is put into pages, so it refers to nothing outside itself.
 */
export function reportInput(post: (message: FromPage) => void, leaveOpening: LeaveOpening, guardKeys: boolean): void {
  const guarded = new WeakSet<Event>()
  const pending = new WeakSet<Event>()
  const suppressed = new WeakSet<Event>()
  let presses = 0

  const modifiersOf = (event: KeyboardEvent | MouseEvent): string[] =>
    [event.shiftKey && 'shift', event.ctrlKey && 'control', event.altKey && 'alt', event.metaKey && 'meta'].filter(
      (item): item is string => Boolean(item),
    )
  const GUARDED =
    /^(?:Control|Meta)\+(?:[ntwpsofhjudgeklrb0=+-]|tab|f4|f5|Shift\+[ijcnmtrb])$|^Alt\+(?:ArrowLeft|ArrowRight|Home|[def])$|^(?:F1|F3|F5|F6|F7|F10|F11|F12)$/i
  const inputOf = (event: KeyboardEvent): Record<string, unknown> => ({
    type: event.type === 'keydown' ? 'keyDown' : 'keyUp',
    key: event.key,
    code: event.code,
    isAutoRepeat: event.repeat,
    isComposing: event.isComposing,
    shift: event.shiftKey,
    control: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    location: event.location,
    modifiers: modifiersOf(event),
  })
  for (const type of ['keydown', 'keyup'] as const)
    window.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return
        const input = inputOf(event)
        presses += 1
        const press = `${performance.timeOrigin} ${presses}`
        post({ kind: 'key', press, input })
        const control = event.ctrlKey ? 'Control+' : event.metaKey ? 'Meta+' : event.altKey ? 'Alt+' : ''
        const combination = `${control}${event.shiftKey && control ? 'Shift+' : ''}${event.key}`
        window.setTimeout(() => {
          post({ kind: 'key-passed', press, taken: event.defaultPrevented && !guarded.has(event), input })
        }, 0)
        if (guardKeys && GUARDED.test(combination)) pending.add(event)
      },
      true,
    )
  window.addEventListener('keydown', (event) => {
    // Chromium's own shortcuts must not act in an app window; the page has had its turn by now.
    if (!pending.has(event) || event.defaultPrevented) return
    guarded.add(event)
    event.preventDefault()
  })

  for (const type of ['click', 'auxclick'] as const)
    window.addEventListener(type, (event) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href !== '')
      if (event.defaultPrevented || event.button > 1 || !(link instanceof HTMLAnchorElement)) return
      const background = event.button === 1 || event.ctrlKey || event.metaKey
      if (!background && !event.shiftKey && /^(?:|_self|_parent|_top)$/i.test(link.target)) return
      const disposition = background ? 'background-tab' : event.shiftKey ? 'new-window' : 'foreground-tab'
      if (leaveOpening(link.href, link.target, '', disposition)) event.preventDefault()
    })

  const mouseTypes: Record<string, string> = {
    mousedown: 'mouseDown',
    mouseup: 'mouseUp',
    mousemove: 'mouseMove',
    wheel: 'mouseWheel',
    touchstart: 'touchStart',
    touchend: 'touchEnd',
    touchmove: 'touchMove',
  }
  let lastMove = 0
  for (const [type, name] of Object.entries(mouseTypes))
    window.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return
        if (type === 'mousemove' || type === 'wheel' || type === 'touchmove') {
          if (event.timeStamp - lastMove < 100) return
          lastMove = event.timeStamp
        }
        const { clientX = 0, clientY = 0, button = 0 } = event as MouseEvent
        const modifiers = modifiersOf(event as MouseEvent)
        post({ kind: 'mouse', type: name, x: clientX, y: clientY, button, modifiers })
      },
      { capture: true, passive: true },
    )

  window.addEventListener(
    'contextmenu',
    (event) => {
      if (!event.isTrusted) return
      const element = event.composedPath()[0] as Element | undefined
      window.setTimeout(() => {
        if (event.defaultPrevented && !suppressed.has(event)) return
        const field = element?.closest?.('input, textarea, [contenteditable=""], [contenteditable="true"]')
        const input = field as HTMLInputElement | null | undefined
        const readOnly = Boolean(input && 'readOnly' in input && (input.readOnly || input.disabled))
        const isEditable = Boolean(field) && !readOnly
        const inField =
          input && 'selectionStart' in input && input.selectionStart !== null
            ? input.value.slice(input.selectionStart, input.selectionEnd ?? undefined)
            : ''
        const selectionText = inField || String(window.getSelection() ?? '')
        const password = input?.type === 'password'
        const can = selectionText !== '' && !password
        post({
          kind: 'context-menu',
          params: {
            x: event.clientX,
            y: event.clientY,
            isEditable,
            selectionText: password ? '' : selectionText,
            linkURL: element?.closest?.('a')?.href ?? '',
            mediaType: element?.tagName === 'IMG' ? 'image' : 'none',
            inputFieldType: password ? 'password' : isEditable ? 'plainText' : 'none',
            formControlType: input?.type ? `input-${input.type}` : 'none',
            editFlags: {
              canUndo: isEditable,
              canRedo: isEditable,
              canCut: isEditable && can,
              canCopy: can,
              canPaste: isEditable,
              canDelete: isEditable && can,
              canSelectAll: true,
              canEditRichly: Boolean(field && !('value' in field)),
            },
          },
        })
      }, 0)
    },
    true,
  )
  window.addEventListener('contextmenu', (event) => {
    // Electron shows no menu of its own; Chromium would.
    if (event.defaultPrevented) return
    suppressed.add(event)
    event.preventDefault()
  })

  if (window === window.top) {
    window.addEventListener('resize', () => {
      const { screenX, screenY, outerWidth, outerHeight } = window
      post({ kind: 'resize', x: screenX, y: screenY, width: outerWidth, height: outerHeight })
    })
    for (const type of ['focus', 'blur'])
      window.addEventListener(type, (event) => {
        if (event.target === window) post({ kind: 'focus', focused: type === 'focus' })
      })
  }
}
