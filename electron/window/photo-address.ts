/** The address of somebody's photo, the one path of `app://main/` that is no file. */
export interface PhotoAddress {
  readonly id: number
  readonly version: number
  /** Says which window asks, for the protocol's handler is not told. */
  readonly token: string
}

const path = /^\/photo\/([1-9]\d{0,14})$/
const query = /^\?v=([1-9]\d{0,14})&k=([\w-]{1,64})$/

/** Reads `app://main/photo/ID?v=VERSION&k=TOKEN`, in exactly this form; null for any other address. */
export function photoAddressOf({ host, pathname, search }: URL): PhotoAddress | null {
  const id = path.exec(pathname)?.[1]
  const [, version, token] = query.exec(search) ?? []
  if (host !== 'main' || id === undefined || version === undefined || token === undefined) return null
  return { id: Number(id), version: Number(version), token }
}

/** Says whether a photo may be handed out (threat-model.md E18). */
export type PhotoCheck = (
  maySee: (address: PhotoAddress) => Promise<boolean>,
  address: PhotoAddress,
) => Promise<boolean>

/** Asks whose token it is, and whether they may see the person. */
export const checkAsker: PhotoCheck = (maySee, address) => maySee(address)
