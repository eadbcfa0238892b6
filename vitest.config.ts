import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const plain = ['test/**/*.test.ts']
const renderer = ['test/renderer/**/*.test.{ts,tsx}']
const standIn = ['test/standin/**/*.test.ts']
/** The stand-in's own tests; where the real Electron is asked for, there may be no Chromium for it. */
const withStandIn = process.env.STAFFDESK_ELECTRON !== 'real'

/** Each project runs apart with `vitest run --project NAME`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // A hang is a failure; a machine that has much to do is not.
          testTimeout: 30_000,
          include: plain,
          exclude: [...renderer, ...standIn],
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          testTimeout: 30_000,
          include: renderer,
          setupFiles: ['test/renderer/setup.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      ...(withStandIn
        ? [
            {
              test: {
                name: 'standin',
                environment: 'node' as const,
                include: standIn,
                // Each test starts a Chromium: one at a time, after all the others, on a machine that may be slow.
                fileParallelism: false,
                testTimeout: 60_000,
                hookTimeout: 60_000,
                sequence: { groupOrder: 2 },
              },
            },
          ]
        : []),
    ],
  },
})
