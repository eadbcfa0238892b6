import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { appItself } from './app.ts'

/** What the arguments name: modules to load first and the app's own path. */
export type StartArguments = { modules: string[]; appPath: string | undefined }

/** Reads arguments as Electron's default app does: switches are passed over, the first other one is the app. */
export function readArguments(args: readonly string[]): StartArguments {
  const modules: string[] = []
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] as string
    if (argument === '-r' || argument === '--require') {
      const module = args[++index]
      if (module !== undefined) modules.push(module)
    } else if (!argument.startsWith('-')) return { modules, appPath: argument }
  }
  return { modules, appPath: undefined }
}

/** Finds the file to run for a folder or file, and tells the app its name, version and path. */
export function resolveEntry(given: string): string {
  const path = resolve(given)
  const description = join(path, 'package.json')
  let folder: string | undefined
  if (existsSync(description)) {
    const { name, productName, version } = JSON.parse(readFileSync(description, 'utf8')) as Record<string, string>
    if (version) appItself._version = version
    if (productName) appItself.name = productName
    else if (name) appItself.name = name
    folder = path
  }
  let file: string
  try {
    file = createRequire(import.meta.url).resolve(path)
  } catch {
    process.stderr.write(`Error launching app\nUnable to find Electron app at ${path}\n`)
    process.exit(1)
  }
  appItself._appPath = folder ?? dirname(file)
  return file
}
