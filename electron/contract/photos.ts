import { call } from './call.ts'
import { id, nothing } from './fields.ts'
import { z } from './zod.ts'

/** Largest photo: its edges in pixels, and its size in bytes, which leaves room in one call. */
export const photoLimits = { edge: 512, bytes: 200_000 } as const

/** Most people whose photos are asked for at once. */
export const longestPhotoList = 200

const version = z.number().int().positive()

export const photoCalls = {
  /** The versions of the photos of those of these people who have one and whom the person who asks may see. */
  versions: call({
    access: 'signed-in',
    input: z.strictObject({ ids: z.array(id).max(longestPhotoList) }),
    output: z.strictObject({ photos: z.array(z.strictObject({ id, version })) }),
  }),
  /** The word that the addresses of photos carry in this window, as long as its session lasts. */
  token: call({ access: 'signed-in', input: nothing, output: z.strictObject({ token: z.string() }) }),
  /** Gives an employee a photo in the place of the one before: a WebP within `photoLimits`, without metadata. */
  save: call({
    access: 'admin',
    input: z.strictObject({
      employeeId: id,
      bytes: z
        .instanceof(Uint8Array)
        .refine(({ byteLength }) => byteLength <= photoLimits.bytes, { error: 'The photo is too large.' }),
    }),
    output: z.strictObject({ version }),
  }),
  /** Takes an employee's photo away; does nothing where there is none. */
  remove: call({ access: 'admin', input: z.strictObject({ employeeId: id }), output: nothing }),
} as const
