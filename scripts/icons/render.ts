import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../test/standin/src/chromium.ts'
import { APPLE_ENTRIES, type Picture, toIcns, toIco } from './containers.ts'

const FOLDER = 'resources/icons'
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256]
/** Apple's grid leaves a margin around the shape: 824 of 1024 pixels. */
const APPLE_SHARE = 824 / 1024

/** `npm run icons`: draws every icon file from icon.svg. Run it after changing the drawing, and commit what it writes. */
export async function renderIcons(): Promise<number> {
  const drawing = readFileSync(join(FOLDER, 'icon.svg'), 'utf8')
  const browser = await chromium.launch({
    executablePath: findChromium(process.env),
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const page = await browser.newPage()
    const draw = async (sizes: Iterable<number>, share: number): Promise<Picture[]> => {
      const pictures: Picture[] = []
      for (const size of new Set(sizes)) pictures.push({ size, png: await picture(page, drawing, size, share) })
      return pictures
    }
    mkdirSync(join(FOLDER, 'png'), { recursive: true })
    const full = await draw(LINUX_SIZES, 1)
    for (const { size, png } of full) writeFileSync(join(FOLDER, 'png', `${size}x${size}.png`), png)
    // For windows and their task bar while the app runs.
    writeFileSync(join(FOLDER, 'icon.png'), full.at(-1)?.png ?? '')
    writeFileSync(join(FOLDER, 'icon.ico'), toIco(full.filter(({ size }) => WINDOWS_SIZES.includes(size))))
    writeFileSync(join(FOLDER, 'icon.icns'), toIcns(await draw(Object.values(APPLE_ENTRIES), APPLE_SHARE)))
  } finally {
    await browser.close()
  }
  return 0
}

async function picture(page: Page, drawing: string, size: number, share: number): Promise<Uint8Array> {
  const side = size * share
  const margin = (size - side) / 2
  const style = `svg { position: absolute; left: ${margin}px; top: ${margin}px; width: ${side}px; height: ${side}px }`
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>${style}</style>${drawing}`)
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } })
}
