/** The part of Electron's invoke event that tells where a call comes from. */
export interface Sender {
  /** Null when the frame is gone already. */
  readonly senderFrame: { readonly origin: string; readonly parent: object | null } | null
  readonly sender: { readonly id: number }
}

/** Says whether a call may be heard at all (threat-model.md E17). */
export type SenderCheck = (sender: Sender, windowIdOf: (webContentsId: number) => number | null) => number | null

/**
 * Lets only the main frame of a window that the factory made speak, and only while it shows our own page.
 * @param origin exact origin of the renderer
 * @returns a check that answers the window's id, or null to refuse
 */
export function checkSender(origin: string): SenderCheck {
  return ({ senderFrame, sender }, windowIdOf) => {
    if (senderFrame === null || senderFrame.parent !== null || senderFrame.origin !== origin) return null
    return windowIdOf(sender.id)
  }
}
