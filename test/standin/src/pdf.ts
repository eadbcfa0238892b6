import type { PrintToPDFOptions } from 'electron'
import type { Params } from './connection.ts'
import { refuse } from './refusal.ts'

/** Electron's options for a PDF as the DevTools protocol takes them; lengths are inches in both. */
export function pdfParameters(options: PrintToPDFOptions): Params {
  const { landscape, printBackground, scale, pageRanges, headerTemplate, footerTemplate } = options
  const { displayHeaderFooter, preferCSSPageSize, generateTaggedPDF, generateDocumentOutline } = options
  const size = typeof options.pageSize === 'object' ? options.pageSize : paperSize(options.pageSize)
  const margins = options.margins ?? {}
  return {
    landscape,
    printBackground,
    scale,
    pageRanges,
    headerTemplate,
    footerTemplate,
    displayHeaderFooter,
    preferCSSPageSize,
    generateTaggedPDF,
    generateDocumentOutline,
    paperWidth: size.width,
    paperHeight: size.height,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    marginRight: margins.right,
  }
}

/** Paper sizes of Electron's names, in inches. */
function paperSize(name: string | undefined): { width: number; height: number } {
  const sizes: Record<string, [number, number]> = {
    A3: [11.7, 16.54],
    A4: [8.27, 11.7],
    A5: [5.83, 8.27],
    Legal: [8.5, 14],
    Letter: [8.5, 11],
    Tabloid: [11, 17],
  }
  const [width, height] = sizes[name ?? 'Letter'] ?? refuse(`printToPDF pageSize ${name}`)
  return { width, height }
}
