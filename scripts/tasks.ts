/** What `npm run` can do. A task answers its exit code; it is loaded only when it is called. */
export const tasks: Readonly<Record<string, (given: readonly string[]) => Promise<number>>> = {
  start: async (given) => (await import('./start.ts')).start(given),
  dev: async (given) => (await import('./dev.ts')).dev(given),
  build: async () => (await import('./build.ts')).build(),
  check: async () => (await import('./check.ts')).check(),
  test: async (given) => (await import('./test.ts')).test(given),
  'test:e2e': async (given) => (await import('./end-to-end.ts')).endToEnd(given),
  'set-up': async () => (await import('./set-up.ts')).report(),
  demo: async () => (await import('./demo/demo.ts')).demo(),
  generate: async (given) => (await import('./generate/generate.ts')).generate(given),
  bench: async (given) => (await import('./bench.ts')).bench(given),
  package: async (given) => (await import('./package.ts')).packageApp(given),
  dist: async (given) => (await import('./package.ts')).buildInstallers(given),
  totals: async () => (await import('./totals.ts')).printTotals(),
  icons: async () => (await import('./icons/render.ts')).renderIcons(),
}
