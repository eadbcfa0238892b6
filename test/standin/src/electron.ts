import './downloads.ts'
import './popups.ts'
import './requests.ts'
import * as electron from './members.ts'
import type { Surface } from './surface.ts'

export * from './members.ts'
// What `require('electron')` gives; Electron's module has a default as well.
export { electron as 'module.exports', electron as default }

/** Names the compiler's check of all this against Electron's declarations, so that it is part of the program. */
export type Checked = Surface
