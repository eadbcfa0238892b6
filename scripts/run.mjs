/**
 * `node scripts/run.mjs TASK [arguments]`: what every npm script calls. Plain JavaScript, because the Node of the
 * machine may be too old to read TypeScript, and then has to be told so in words.
 */
const NEEDED = 24
const [task = '', ...given] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) !== NEEDED) {
  console.error(
    `Staffdesk is built and tested with Node ${NEEDED}, the one inside its Electron; this is Node ${process.versions.node}.\n` +
      `"npm ci" brings the right one along, and npm scripts use it: run "npm run ${task || 'TASK'}".`,
  )
  process.exit(1)
}

process.chdir(new URL('..', import.meta.url).pathname.replace(/^\/([A-Za-z]:)/, '$1'))
const { tasks } = await import('./tasks.ts')
const run = tasks[task]
if (!run) {
  console.error(`No task called "${task}". There are: ${Object.keys(tasks).join(', ')}.`)
  process.exit(1)
}
try {
  process.exitCode = await run(given)
} catch (error) {
  console.error(error instanceof Error && error.name === 'Unsupported' ? error.message : error)
  process.exitCode = 1
}
