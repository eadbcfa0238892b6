import { describe, expect, it } from 'vitest'
import { joinPower, type PowerEvent } from '../../electron/start/power.ts'
import { createTestClock } from '../support/clock.ts'
import { createDrivenPower } from '../support/driven-power.ts'

function arrange(platform = 'darwin', isOpen = true) {
  const power = createDrivenPower()
  const clock = createTestClock()
  const acts: unknown[] = []
  const lifecycle = {
    lock: (cause: unknown) => acts.push(`locked: ${cause}`),
    check: () => acts.push('checked'),
    noteSystemIdle: (milliseconds: number) => acts.push(milliseconds),
  }
  joinPower({
    power,
    platform,
    clock,
    lifecycle: () => (isOpen ? lifecycle : null),
    clearCopy: () => acts.push('clipboard cleared'),
  })
  return { power, clock, acts }
}

describe('the computer', () => {
  it.each<PowerEvent>(['suspend', 'lock-screen', 'user-did-resign-active'])(
    'locks every session and clears what was copied at %s',
    (event) => {
      const { power, acts } = arrange()
      power.tell(event)
      expect(acts).toEqual(['locked: system', 'clipboard cleared'])
    },
  )

  it.each<PowerEvent>(['resume', 'unlock-screen'])('has the limits looked at when it wakes: %s', (event) => {
    const { power, acts } = arrange()
    power.tell(event)
    expect(acts).toEqual(['checked'])
  })

  it('clears what was copied where no company is open as well', () => {
    const { power, acts } = arrange('darwin', false)
    power.tell('suspend')
    power.tell('resume')
    expect(acts).toEqual(['clipboard cleared'])
  })

  it('is asked every 30 seconds on Linux only how long nobody did anything', () => {
    const linux = arrange('linux')
    linux.power.idle = 900
    linux.clock.advance(30_000)
    linux.clock.advance(30_000)
    expect(linux.acts).toEqual([900_000, 900_000])
    const mac = arrange('darwin')
    mac.clock.advance(120_000)
    expect(mac.acts).toEqual([])
  })
})
