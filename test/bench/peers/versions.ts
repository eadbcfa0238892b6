import { djangoVersion } from './django.ts'
import { loadPeer, type PeerPackage, peerPackages } from './packages.ts'

/** The peers as they name themselves, or that they are not installed. */
export function peerVersions(): Readonly<Record<string, string>> {
  const names = Object.keys(peerPackages) as PeerPackage[]
  return {
    Django: djangoVersion() ?? 'not installed',
    ...Object.fromEntries(names.map((name) => [name, loadPeer(name) === null ? 'not installed' : peerPackages[name]])),
  }
}
