import type { Page } from '@playwright/test'
import type { Bridge } from '../../electron/contract/index.ts'

interface Portraits {
  /** One for each portrait: the same number, the same person. */
  readonly seeds: readonly number[]
  /** In pixels. */
  readonly edge: number
  readonly type: 'image/png' | 'image/webp'
}

/** What a page has for drawing, of which scripts know nothing. */
interface Drawing {
  readonly OffscreenCanvas: new (
    width: number,
    height: number,
  ) => {
    getContext(kind: '2d'): {
      fillStyle: string
      beginPath(): void
      ellipse(x: number, y: number, width: number, height: number, turn: number, from: number, to: number): void
      fill(): void
      fillRect(x: number, y: number, width: number, height: number): void
    } | null
    convertToBlob(options: { readonly type: string; readonly quality: number }): Promise<Blob>
  }
}

/** Draws made-up people, head and shoulders, as the bytes of files. It runs in the page, so it stands on its own. */
function drawPortraits({ seeds, edge, type }: Portraits): Promise<number[][]> {
  const { OffscreenCanvas } = globalThis as unknown as Drawing
  const skins = ['#f2d3b8', '#d9a77f', '#a8714a', '#7a4b2f', '#e8bf9c']
  const hairs = ['#2b1d16', '#5a3a22', '#8a5a2b', '#1b1b1f', '#9a9a9a', '#b5713a']
  const clothes = ['#33507a', '#5b6b4f', '#7a3b3f', '#3f3f4a', '#8a7a55']
  const walls = ['#dfe5ea', '#e9e2d6', '#d5dfd6', '#e4dbe2']
  return Promise.all(
    seeds.map(async (seed) => {
      const canvas = new OffscreenCanvas(edge, edge)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('nothing can be drawn')
      const pick = (colours: readonly string[]) => colours[seed % colours.length] ?? 'grey'
      const disc = (x: number, y: number, width: number, height: number, colour: string) => {
        context.fillStyle = colour
        context.beginPath()
        context.ellipse(x * edge, y * edge, width * edge, height * edge, 0, 0, Math.PI * 2)
        context.fill()
      }
      context.fillStyle = pick(walls)
      context.fillRect(0, 0, edge, edge)
      if (seed % 2 === 0) disc(0.5, 0.52, 0.25, 0.34, pick(hairs))
      disc(0.5, 1.06, 0.42, 0.32, pick(clothes))
      disc(0.5, 0.72, 0.09, 0.14, pick(skins))
      disc(0.5, 0.38, 0.21, 0.22, pick(hairs))
      disc(0.5, 0.47, 0.175, 0.215, pick(skins))
      const blob = await canvas.convertToBlob({ type, quality: 0.9 })
      return [...new Uint8Array(await blob.arrayBuffer())]
    }),
  )
}

/** The file of a photo as somebody brings it along. */
export async function portraitFile(page: Page): Promise<Buffer> {
  const [bytes = []] = await page.evaluate(drawPortraits, { seeds: [3], edge: 1200, type: 'image/png' } as const)
  return Buffer.from(bytes)
}

/** Gives two employees of three a photo, through the same call that cropping one makes. */
export async function givePhotos(page: Page): Promise<void> {
  const ids = await page.evaluate(async () => {
    const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
    const found = await staffdesk.employees.list({ offset: 0, limit: 200 })
    return found.ok ? found.value.rows.map(({ id }) => id).filter((id) => id % 3 !== 1) : []
  })
  const portraits = await page.evaluate(drawPortraits, { seeds: ids, edge: 256, type: 'image/webp' } as const)
  const problem = await page.evaluate(
    async (photos) => {
      const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
      for (const { employeeId, bytes } of photos) {
        const reply = await staffdesk.photos.save({ employeeId, bytes: new Uint8Array(bytes) })
        if (!reply.ok) return reply.error.message
      }
      return null
    },
    ids.map((employeeId, index) => ({ employeeId, bytes: portraits[index] ?? [] })),
  )
  if (problem !== null) throw new Error(`a photo was not saved: ${problem}`)
}
