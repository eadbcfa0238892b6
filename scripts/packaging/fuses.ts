import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'

export type Variant = 'release' | 'e2e'

/**
 * The fuses of a package. All of them are named: an Electron with one more fails the build until it is decided on.
 * @param platform as `process.platform` has it; Electron verifies an asar's integrity on macOS and Windows only
 */
export function fusesOf(variant: Variant, platform: string): FuseConfig {
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Flipping breaks the signature without which macOS on Apple silicon starts nothing.
    resetAdHocDarwinSignature: platform === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    // Playwright always passes --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: variant === 'e2e',
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  }
}

/** What electron-builder hands to its `afterPack` hook, as far as it is needed here. */
export interface PackContext {
  readonly appOutDir: string
  readonly electronPlatformName: string
  readonly packager: { addElectronFuses(context: PackContext, fuses: FuseConfig): Promise<unknown> }
}

/** Flips the fuses of the app that was just packed; the stand-in's executable is a script and has none. */
export async function flipFuses(context: PackContext, variant: Variant): Promise<void> {
  if (existsSync(join(context.appOutDir, 'standin'))) {
    console.log('  • the stand-in has no fuses to flip')
    return
  }
  await context.packager.addElectronFuses(context, fusesOf(variant, context.electronPlatformName))
}
