import { join } from 'node:path'
import { app, Menu, nativeTheme, session, type WebContents } from 'electron'
import { createPasswordBlocklist } from './accounts/password-blocklist.ts'
import { createPasswordHasher } from './accounts/password-hasher.ts'
import { createApplicationHandlers } from './application/application.ts'
import { createAudit } from './audit/append.ts'
import type { Theme } from './contract/session-view.ts'
import type { Clock } from './environment/clock.ts'
import type { RandomBytes } from './environment/random.ts'
import type { SecretBox } from './environment/secret.ts'
import { createAnswer } from './ipc/answer.ts'
import { createEvents } from './ipc/events.ts'
import { openChannels } from './ipc/router.ts'
import { createRecoveryHandlers } from './recovery/recovery.ts'
import { openLog } from './settings/log-file.ts'
import { openPreferences } from './settings/preferences.ts'
import { readCommandLine } from './start/command-line.ts'
import { openData } from './start/data.ts'
import type { Guards } from './start/guards.ts'
import type { LastResort } from './start/last-resort.ts'
import { createOpenScreen } from './start/open-screen.ts'
import { joinPower, type Power } from './start/power.ts'
import type { Prepared } from './start/prepare.ts'
import { joinShutdown } from './start/shutdown.ts'
import { appOrigin, serveRenderer, startPage } from './window/app-protocol.ts'
import { createCopy } from './window/clipboard.ts'
import { createClosing } from './window/closing.ts'
import { contextMenuTemplate } from './window/context-menu.ts'
import { createCrashRecovery } from './window/crash-recovery.ts'
import type { Desktop } from './window/desktop.ts'
import { menuTemplate } from './window/menu.ts'
import { createWindows } from './window/windows.ts'

/** Everything that the product takes from outside itself and that tests replace. */
export interface AppParts {
  readonly prepared: Prepared
  readonly lastResort: LastResort
  readonly guards: Guards
  readonly clock: Clock
  readonly random: RandomBytes
  readonly desktop: Desktop
  readonly secretBox: SecretBox
  readonly power: Power
  /** This computer's name, as people know it. */
  readonly computer: string
  /** Absolute paths of what the build wrote and of what ships beside it. */
  readonly files: {
    readonly preload: string
    readonly renderer: string
    readonly resources: string
    readonly verificationWorker: string
    readonly importWorker: string
  }
  /** The address of the renderer's development server; null everywhere else. */
  readonly developmentServer: string | null
}

/** Builds every part of the application and hands it what it needs; the first window comes last. */
export async function startApp(parts: AppParts): Promise<void> {
  const { prepared, lastResort, guards, clock, random, desktop, developmentServer } = parts
  const { folder } = prepared
  const origin = developmentServer ?? appOrigin
  const isMac = process.platform === 'darwin'

  // Stage 1: this computer's log and settings.
  const log = openLog(app.getPath('logs'))
  lastResort.know({ log, clock })
  log.info('start', { version: app.getVersion(), electron: process.versions.electron ?? '' })
  const preferences = openPreferences(folder, clock)
  const problems = preferences.setAside
    ? [
        `The settings of this computer were damaged. They were set aside as ${preferences.setAside}; defaults are in use.`,
      ]
    : []
  if (preferences.setAside) log.warn('settings set aside', { file: preferences.setAside })

  // Stage 2: what windows and data tell each other.
  const events = createEvents(() => windows.contents())
  const closing = createClosing({
    clock,
    ask: (windowId, requestId) => events.push(windowId, 'application.closing', { requestId }),
    settle: (windowId, requestId, choice) =>
      events.push(windowId, 'application.settleUnsavedWork', { requestId, choice }),
    unsavedWork: desktop.unsavedWork,
  })
  const crashed = createCrashRecovery(clock)
  let isLeaving = false
  const windows = createWindows({
    webPreferences: guards.webPreferences(parts.files.preload, developmentServer !== null),
    page: developmentServer ?? startPage,
    icon: join(parts.files.resources, 'icons', 'icon.png'),
    isDark: () => nativeTheme.shouldUseDarkColors,
    readPlace: () => preferences.get('windowPlace'),
    writePlace: (place) => {
      try {
        preferences.set('windowPlace', place)
      } catch (error) {
        log.error('the place of a window could not be kept', error)
      }
    },
    mayClose,
    onLoadFailed: (windowId, error) => {
      log.error(`window ${windowId} could not load its page`, error)
      windows.get(windowId)?.show()
    },
    onSystemEnds: () => void leave(),
    // What goes with the application is ended, or kept, when its data closes.
    onClosed: (windowId, isLast) => {
      if (!isLeaving && (isMac || !isLast)) void data.company()?.lifecycle.windowClosed(windowId)
    },
    onOpened: (windowId, contents) => {
      contents.on('input-event', () => void data.company()?.lifecycle.touch(windowId))
      contents.on('render-process-gone', (_event, { reason }) => {
        pageGone(windowId, contents, reason).catch((error: unknown) => log.error('a page is gone for good', error))
      })
      contents.on('context-menu', (_event, params) => {
        const template = contextMenuTemplate(params)
        const window = windows.get(windowId)
        if (window && template.length > 0) Menu.buildFromTemplate(template).popup({ window })
      })
    },
  })

  function keepTheme(theme: Theme): void {
    try {
      preferences.set('theme', theme)
      nativeTheme.themeSource = theme
    } catch (error) {
      log.error('the theme could not be kept for the login screen', error)
    }
  }

  async function mayClose(windowId: number): Promise<boolean> {
    try {
      return await closing.mayClose(windowId)
    } catch (error) {
      log.error(`window ${windowId} could not be asked about unsaved work`, error)
      return windows.get(windowId) === undefined
    }
  }

  async function pageGone(windowId: number, contents: WebContents, reason: string): Promise<void> {
    if (reason === 'clean-exit' || contents.isDestroyed()) return
    log.error(`the page of window ${windowId} is gone: ${reason}`)
    if (crashed(windowId) === 'reload') {
      contents.reload()
      return
    }
    await desktop.tellCrash(windowId)
    windows.close(windowId)
  }

  const openScreen = createOpenScreen({
    atStart: prepared.commandLine.openScreen,
    windows,
    lifecycle: () => data.company()?.lifecycle ?? null,
    show: (windowId, screen, notice) => events.push(windowId, 'application.openScreen', { screen, notice }),
    log,
  })

  // Stage 3: the company's data, as far as it can be opened. The secret box of the system needs ready.
  await app.whenReady()
  const data = await openData({
    folder,
    clock,
    random,
    log,
    settingsBroken: preferences.setAside !== null,
    computer: parts.computer,
    secretBox: parts.secretBox,
    tell: {
      ended: (windowId, notice) => events.push(windowId, 'sessions.ended', { notice }),
      locked: (windowId, lock) => events.push(windowId, 'sessions.locked', { lock }),
      warned: (windowId, kind, notice) => events.push(windowId, 'sessions.warned', { kind, notice }),
      warningOver: (windowId) => events.push(windowId, 'sessions.warningOver', {}),
      changed: () => events.pushToAll('sessions.changed', {}),
    },
    openWindow: windows.open,
    chooseFileToWrite: desktop.chooseFileToWrite,
    keepTheme,
    onEmployeesChanged: () => events.pushToAll('employees.changed', {}),
    onCustomFieldsChanged: () => events.pushToAll('customFields.changed', {}),
    onOrganisationChanged: () => events.pushToAll('organisation.changed', {}),
    onImportsChanged: () => events.pushToAll('imports.changed', {}),
    importWorker: parts.files.importWorker,
    desktop,
    verificationWorker: parts.files.verificationWorker,
    onProblem: (problem) => events.pushToAll('application.problem', { problem }),
    audit: createAudit({ clock, computer: parts.computer, random }),
    hasher: createPasswordHasher({ random, log }),
    blocklist: createPasswordBlocklist(join(parts.files.resources, 'password-blocklist.txt')),
  })

  lastResort.know({ closeData: data.close })

  // Stage 4: the calls.
  const clipboard = createCopy(desktop.clipboard, clock, log)
  openChannels(
    createAnswer({
      senderCheck: guards.senderCheck(origin),
      windowIdOf: windows.windowIdOf,
      company: data.company,
      log,
      incidentId: () => Buffer.from(random(4)).toString('hex'),
      always: {
        application: createApplicationHandlers({
          version: app.getVersion(),
          platform: process.platform,
          data: data.state,
          problems,
          takeOpenScreen: openScreen.take,
          onReady: data.keepVerifying,
          closingAnswered: closing.answered,
          copy: clipboard.copy,
          print: desktop.print,
        }),
        recovery: createRecoveryHandlers({
          ...data.recovery,
          ...desktop,
          showFolder: () => desktop.showFolder(folder),
        }),
        setup: data.setup,
      },
    }),
  )

  // Stage 5: the guards of every page, its source and the menu.
  app.on('web-contents-created', (_event, contents) => {
    guards.denyNavigation(contents, origin)
    guards.denyWindowOpen(contents)
    guards.denyWebview(contents)
  })
  guards.denyPermissions(session.defaultSession)
  guards.denyDownloads(session.defaultSession)
  guards.blockNetwork(session.defaultSession, developmentServer ? [origin, origin.replace(/^http/, 'ws')] : [origin])
  if (!developmentServer) {
    serveRenderer({
      findFile: guards.findFile(parts.files.renderer),
      readPhoto: async (address) => {
        const photos = data.company()?.photos
        return photos && (await guards.photoCheck(photos.maySee, address)) ? photos.read(address) : null
      },
      random,
      policy: guards.contentSecurityPolicy,
      isDark: () => nativeTheme.shouldUseDarkColors,
    })
  }
  nativeTheme.themeSource = preferences.get('theme')
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        isMac,
        isDevelopment: developmentServer !== null,
        newWindow: windows.open,
        openScreen: (windowId, screen) => void openScreen.ask(windowId, screen),
        command: (windowId, command) => {
          if (windowId !== null) events.push(windowId, 'application.command', { command })
        },
      }),
    ),
  )

  // Stage 6: the ways in and out.
  const leave = joinShutdown({
    log,
    windowIds: windows.ids,
    mayClose,
    closeWindows: () => {
      isLeaving = true
      windows.closeAll()
    },
    closeData: data.close,
  })
  app.on('second-instance', (_event, argv, workingFolder) => {
    const { openScreen: screen } = readCommandLine(argv, workingFolder)
    if (screen) void openScreen.ask(null, screen)
    else windows.focusLast()
  })
  app.on('activate', windows.focusLast)
  app.on('window-all-closed', () => {
    if (!isMac) app.quit()
  })

  joinPower({
    power: parts.power,
    platform: process.platform,
    clock,
    lifecycle: () => data.company()?.lifecycle ?? null,
    clearCopy: () => void clipboard.clear(),
  })

  const company = data.company()
  if (!company || company.kept.length === 0) windows.open()
  for (const kept of company?.kept ?? []) void company?.lifecycle.restore(windows.open(), kept)
}
