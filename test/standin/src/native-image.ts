import { readFileSync } from 'node:fs'
import { strict } from './refusal.ts'

/** A picture, kept as the bytes it came in; sizes are read from PNG only. */
export class NativeImage {
  private readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
    // The product must get the strict form.
    return strict(this, 'nativeImage')
  }

  isEmpty(): boolean {
    return this.bytes.length === 0
  }

  getSize(): { width: number; height: number } {
    if (this.bytes.length < 24) return { width: 0, height: 0 }
    return { width: this.bytes.readUInt32BE(16), height: this.bytes.readUInt32BE(20) }
  }

  toPNG(): Buffer {
    return this.bytes
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.bytes.toString('base64')}`
  }
}

export const nativeImage = strict(
  {
    createEmpty: () => new NativeImage(Buffer.alloc(0)),
    createFromBuffer: (bytes: Buffer) => new NativeImage(bytes),
    createFromPath(path: string) {
      try {
        return new NativeImage(readFileSync(path))
      } catch {
        return new NativeImage(Buffer.alloc(0))
      }
    },
  },
  'nativeImage',
)
