/** `app.commandLine`: the process's own switches, then what the app and `-r` modules append. */
export class CommandLine {
  private readonly values = new Map<string, string>()

  /** Reads the switches out of arguments, as Chromium does: up to a lone `--`. */
  _read(args: readonly string[]): void {
    for (const argument of args) {
      if (argument === '--') return
      const match = /^--?([^=]+)(?:=(.*))?$/s.exec(argument)
      if (match?.[1]) this.values.set(match[1].toLowerCase(), match[2] ?? '')
    }
  }

  /** All switches, for the start of Chromium. */
  _all(): ReadonlyMap<string, string> {
    return this.values
  }

  appendSwitch(name: string, value = ''): void {
    const key = name.toLowerCase()
    const former = this.values.get(key)
    const list = key === 'disable-features' || key === 'enable-features'
    this.values.set(key, list && former ? `${former},${value}` : value)
  }

  appendArgument(_value: string): void {}

  hasSwitch(name: string): boolean {
    return this.values.has(name.toLowerCase())
  }

  getSwitchValue(name: string): string {
    return this.values.get(name.toLowerCase()) ?? ''
  }

  removeSwitch(name: string): void {
    this.values.delete(name.toLowerCase())
  }
}
