import { builtinModules } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

/** What stays a runtime import of the main process: Electron, Node and the two native modules. All else is bundled. */
const external = ['electron', 'better-sqlite3', '@node-rs/argon2', ...builtinModules, /^node:/]

/** What is bundled is passed on with its licence. */
const licences = { fileName: 'licences.md' }

const onNode = (
  input: Readonly<Record<string, string>>,
  outDir: string,
  format: 'es' | 'cjs',
  endToEnd = false,
): UserConfig => ({
  define: { __E2E_BUILD__: String(endToEnd) },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    // The preload bundles nothing of others.
    license: format === 'es' && licences,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input,
      external,
      output: {
        format,
        entryFileNames: format === 'es' ? '[name].js' : '[name].cjs',
        chunkFileNames: 'shared.js',
      },
    },
  },
  ssr: { noExternal: true, external: external.filter((name) => typeof name === 'string') },
})

/** The main process and its threads: the one that verifies the data, and the one that imports employees. */
const main = {
  main: 'electron/main.ts',
  'verification-worker': 'electron/verification/worker.ts',
  'import-worker': 'electron/imports/worker.ts',
}

const builds: Record<string, UserConfig> = {
  main: onNode(main, 'out/main', 'es'),
  // The same, for the package that end-to-end tests drive: see electron-builder.e2e.yml.
  'e2e-main': onNode(main, 'out/e2e-main', 'es', true),
  preload: onNode({ preload: 'electron/preload.ts' }, 'out/preload', 'cjs'),
  'test-main': onNode({ main: 'test/support/main.ts' }, 'out/test', 'es'),
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: '../out/renderer',
      emptyOutDir: true,
      license: licences,
      target: 'chrome150',
      // Data URLs would need exceptions in the Content Security Policy.
      assetsInlineLimit: 0,
      // Read from this computer's disk, not sent over a network.
      chunkSizeWarningLimit: 4096,
      modulePreload: { polyfill: false },
    },
  },
}

/** `vite build --mode main | e2e-main | preload | test-main | renderer`; without a mode it is the renderer, for `vite dev`. */
export default defineConfig(({ mode }) => builds[mode] ?? builds.renderer ?? {})
