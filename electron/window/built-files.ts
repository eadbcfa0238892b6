import { readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** A file of the built renderer: where it lies and what it is. */
export interface BuiltFile {
  readonly path: string
  readonly type: string
}

/** Types of the files that the build writes; anything else is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Finds the file of a URL path; undefined for what is not served. */
export type FindFile = (urlPath: string) => BuiltFile | undefined

/**
 * Lists the built renderer once, by URL path. Requests are looked up in this list and never joined to a path, so
 * there is nothing to traverse (threat-model.md E18).
 */
export function listBuiltFiles(folder: string): FindFile {
  const files = new Map<string, BuiltFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = typeOf(entry.name)
    if (!entry.isFile() || !type) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, type })
  }
  return (urlPath) => files.get(urlPath)
}

/** The content type by a file's name; undefined for what the build does not write. */
export function typeOf(name: string): string | undefined {
  return types[extname(name)]
}
