import type { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import type { app } from './app.ts'
import type { DownloadItem } from './downloads.ts'
import type { Frame } from './frames.ts'
import type { ipcMain } from './ipc-main.ts'
import type { Menu, MenuItem } from './menu.ts'
import type { NativeImage, nativeImage } from './native-image.ts'
import type { protocol } from './protocol.ts'
import type { defaultSession } from './session.ts'
import type * as small from './small-modules.ts'
import type { WebContents } from './web-contents.ts'
import type { BrowserWindow } from './window.ts'
import type { WindowBase } from './window-base.ts'

/*
 * The compiler's check of the stand-in against Electron's own declarations: each member that both have must take what Electron's
 * takes and give what Electron's gives. Where one of the stand-in's own objects is given or taken, that object is checked by itself.
 */

/** The stand-in's own objects, smaller than Electron's. */
type Own = BrowserWindow | WindowBase | WebContents | Frame | Menu | MenuItem | NativeImage | typeof defaultSession
type Holder =
  | Own
  | typeof protocol
  | typeof ipcMain
  | readonly Own[]
  | typeof app.commandLine
  | typeof defaultSession.webRequest

/** A type with every object of the stand-in's own, however it is wrapped, counted as right. */
type Fits<Given, Wanted> = [Given] extends [Wanted]
  ? true
  : Exclude<Awaited<Given>, null | undefined> extends Holder
    ? true
    : false

type TakesOwn<Accepted extends readonly unknown[]> =
  Extract<Exclude<Accepted[number], null | undefined>, Holder> extends never ? false : true

type MemberFits<Ours, Theirs> = [Theirs] extends [(...args: infer Taken) => infer Wanted]
  ? Ours extends (...args: infer Accepted) => infer Given
    ? Ours extends (...args: Taken) => unknown
      ? Fits<Given, Wanted>
      : TakesOwn<Accepted>
    : false
  : Fits<Ours, Theirs>

/** Node's own emitter is what both build on. */
type Inherited = keyof EventEmitter

/** Names of the members that both have and whose types disagree. */
type Disagreements<Ours, Theirs> = {
  [Name in Exclude<keyof Ours & keyof Theirs, Inherited>]: MemberFits<Ours[Name], Theirs[Name]> extends true
    ? never
    : Name
}[Exclude<keyof Ours & keyof Theirs, Inherited>]

/** Names of public members that Electron does not have; members of our own begin with an underscore. */
type Inventions<Ours, Theirs> = Exclude<
  keyof Ours & string,
  (keyof Theirs & string) | (Inherited & string) | `_${string}`
>

type Agreement<Ours, Theirs> = Disagreements<Ours, Theirs> | Inventions<Ours, Theirs>

/** Fails to compile with the names of the members that are wrong. */
type Right<Wrong extends never> = Wrong

export type Surface = [
  Right<Agreement<typeof app, Electron.App>>,
  Right<Agreement<typeof app.commandLine, Electron.CommandLine>>,
  Right<Agreement<BrowserWindow, Electron.BrowserWindow>>,
  Right<Agreement<WebContents, Electron.WebContents>>,
  Right<Agreement<Frame, Electron.WebFrameMain>>,
  Right<Agreement<typeof ipcMain, Electron.IpcMain>>,
  Right<Agreement<Menu, Electron.Menu>>,
  Right<Agreement<MenuItem, Electron.MenuItem>>,
  Right<Agreement<typeof nativeImage, typeof Electron.nativeImage>>,
  Right<Agreement<NativeImage, Electron.NativeImage>>,
  Right<Agreement<typeof protocol, Electron.Protocol>>,
  Right<Agreement<typeof defaultSession, Electron.Session>>,
  Right<Agreement<DownloadItem, Electron.DownloadItem>>,
  Right<Agreement<typeof small.clipboard, Electron.Clipboard>>,
  Right<Agreement<typeof small.crashReporter, Electron.CrashReporter>>,
  Right<Agreement<typeof small.dialog, Electron.Dialog>>,
  Right<Agreement<typeof small.nativeTheme, Electron.NativeTheme>>,
  Right<Agreement<typeof small.net, Electron.Net>>,
  Right<Agreement<typeof small.powerMonitor, Electron.PowerMonitor>>,
  Right<Agreement<typeof small.safeStorage, Electron.SafeStorage>>,
  Right<Agreement<typeof small.screen, Electron.Screen>>,
  Right<Agreement<typeof small.shell, Electron.Shell>>,
  Right<Agreement<typeof small.systemPreferences, Electron.SystemPreferences>>,
]
