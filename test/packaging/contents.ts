/** What a package may hold. Whatever else turns up in one (a test entry, a source map, a source) is a mistake. */
const allowed: readonly RegExp[] = [
  /^package\.json$/,
  /^out\/main\/[\w.-]+\.(js|md)$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/licences\.md$/,
  /^out\/renderer\/([\w-]+\/)*[\w.-]+\.(html|js|css|woff2|svg|png)$/,
  /^resources\/icons\/icon\.png$/,
  /^resources\/password-blocklist\.txt$/,
  /^node_modules\/@node-rs\/argon2(-[\w-]+)?\/(package\.json|LICENSE|index\.js|browser\.js)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js)$/,
]

const needed: readonly string[] = [
  'package.json',
  'out/main/main.js',
  'out/main/verification-worker.js',
  'out/main/import-worker.js',
  'out/main/licences.md',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/renderer/licences.md',
  'resources/icons/icon.png',
  'resources/password-blocklist.txt',
]

export interface Target {
  readonly platform: NodeJS.Platform
  readonly arch: string
}

/**
 * What is wrong with the files of a packed app: too many, too few, or made for another computer.
 * @param files paths in the archive, with slashes and without one at the beginning
 */
export function wrongContents(files: readonly string[], { platform, arch }: Target): readonly string[] {
  const native = files.filter((file) => file.endsWith('.node'))
  const others = files.filter((file) => !file.endsWith('.node'))
  const ofTarget = [
    new RegExp(`^node_modules/better-sqlite3/prebuilds/${platform}-${arch}\\.node$`),
    new RegExp(`^node_modules/@node-rs/argon2-${platform}-${arch}(-[a-z]+)?/argon2\\.[\\w-]+\\.node$`),
  ]
  return [
    ...others.filter((file) => !allowed.some((pattern) => pattern.test(file))).map((file) => `unexpected: ${file}`),
    ...needed.filter((file) => !files.includes(file)).map((file) => `missing: ${file}`),
    ...native.filter((file) => !ofTarget.some((pattern) => pattern.test(file))).map((file) => `foreign: ${file}`),
    ...ofTarget
      .filter((pattern) => !native.some((file) => pattern.test(file)))
      .map(({ source }) => `missing: ${source}`),
  ]
}
