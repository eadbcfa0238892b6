import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createPasswordBlocklist } from '../../electron/accounts/password-blocklist.ts'
import { type PasswordContext, passwordProblem } from '../../electron/accounts/password-policy.ts'
import { newPassword } from '../../electron/contract/fields.ts'
import { foldKey } from '../../electron/database/fold.ts'

const file = fileURLToPath(new URL('../../resources/password-blocklist.txt', import.meta.url))
const blocklist = createPasswordBlocklist(file)
const context: PasswordContext = {
  company: 'Northwind Traders GmbH',
  username: 'anna.berg',
  others: ['Anna Sofia Berg', 'anna.berg@northwind.example'],
}
const problem = (password: string, minimumLength = 15) =>
  passwordProblem(password, { minimumLength, blocklist, context })

describe('the length of a password', () => {
  it.each([
    [14, false],
    [15, true],
    [64, true],
    [128, true],
    [129, false],
  ])('of %d code points is allowed: %s', async (length, allowed) => {
    for (const alphabet of ['vurkasimotelpyx', '🐎🎷🍇🌵🚲🧭🎈🪁🍋🌊🏺🧵🎻🪵🦉']) {
      const letters = [...alphabet]
      // Not a repetition of a short piece: each round moves on by one letter more.
      const at = (index: number) => letters[(index + Math.floor(index / 15)) % 15]
      const password = Array.from({ length }, (_, index) => at(index)).join('')
      const accepted = newPassword.safeParse(password).success && (await problem(password)) === null
      expect(accepted, password).toBe(allowed)
    }
  })

  it('says what is missing, and follows a policy that asks for less', async () => {
    expect(await problem('vurkasimotelpy')).toContain('at least 15 characters')
    expect(await problem('vurkasim', 8)).toBeNull()
    expect(await problem('vurkasi', 8)).toContain('at least 8 characters')
  })

  it('counts what stays after normalisation, so one sign is not a long password', async () => {
    expect('ﷺ'.normalize('NFKC').length).toBeGreaterThan(15)
    expect(await problem('ﷺ')).toContain('at least 15 characters')
    expect(await problem('e\u0301'.repeat(14))).toContain('at least 15 characters')
  })
})

/** A hundred passwords that people choose, by the reason for which they are refused. */
const guessed: Readonly<Record<string, readonly string[]>> = {
  'repeats one short piece': [
    'aaaaaaaaaaaaaaa',
    '111111111111111',
    'abcabcabcabcabc',
    'AbCaBcAbCaBcAbC',
    'ha ha ha ha ha ha',
    '123123123123123',
    'passpasspasspass',
    'qwe!qwe!qwe!qwe!',
    '🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎',
    'xyxyxyxyxyxyxyx',
    'monkey monkey monkey ',
    'secret!secret!secret!',
    'welcomewelcome',
    'letmeinletmeinletmein',
  ],
  'follows the alphabet, the digits or the keyboard': [
    'abcdefghijklmno',
    'ABCDEFGHIJKLMNOP',
    'abcdefghijklmnopqrstuvwxyz',
    'zyxwvutsrqponmlk',
    '0123456789012345',
    '123456789012345',
    '1234567890987654321',
    '987654321098765',
    'qwertyuiopasdfgh',
    'qwertyuiop123456',
    'asdfghjklqwertyuiop',
    'zxcvbnmasdfghjkl',
    'poiuytrewqlkjhgfdsa',
    'qwertzuiopasdfghjkl',
    'azertyuiopqsdfghjklm',
    'abcdef-123456-qwerty',
    '123 456 789 012 345',
    'abc123abc123def456',
    'йцукенгшщзфывапролд',
    'qwerty12345qwerty',
  ],
  'which others here know': [
    'Northwind Traders GmbH',
    'northwindtraders',
    'NorthwindTraders2026',
    'northwind-traders-1!',
    'Northwind2026!!',
    'northwindnorthwind',
    '!!Northwind!!2026!!',
    'ＮＯＲＴＨＷＩＮＤ2026!!',
    'staffdesk2026!!',
    'StaffdeskStaffdesk',
    'staffdesk123456',
    'Staff-desk-2026-11-20',
    'northwind.staffdesk',
    'anna.berg2026!!',
    'anna.berg.anna.berg',
    'AnnaBerg20261120',
    'Anna Sofia Berg',
    'anna sofia berg 1990',
    'SofiaBergAnna!!!',
    'anna.berg@northwind.example',
    'anna@northwind.example1',
    'berg@example.1990!',
    'Berg.Northwind.7',
    'Anna@Northwind2026',
    'Anna-Sofia-Anna-1',
  ],
  'one of those that are guessed first': [
    'passwordpassword',
    'Passwordpassword',
    'PASSWORDPASSWORD1',
    'password12345678',
    'password1234567890',
    'passwordpassword!',
    'welcomepassword',
    'adminpassword123',
    'administrator123',
    'administrator2026',
    'Administrator2024!',
    'administrator!!!',
    'letmeinplease123',
    'changemechangeme',
    'changeme12345678',
    'changemeplease!',
    'iloveyouforever',
    'ILoveYouForever!',
    'iloveyousomuch1',
    'iloveyou12345678',
    'sunshinesunshine',
    'princessprincess',
    'princess12345678',
    'footballfootball',
    'superman12345678',
    'basketball12345',
    'correcthorsebatterystaple',
    'correcthorsebatterystaple1',
    'maytheforcebewithyou',
    'tobeornottobe123',
    'thisismypassword',
    'ThisIsMyPassword1',
    'mypasswordispassword',
    'mynewpassword123',
    'ihatepasswords!!',
    'happybirthdaytoyou',
    'goodmorningworld',
    'welcometothejungle',
    'welcometotheoffice',
    'companypassword',
    'temporarypassword',
    'defaultpassword1',
    'qazwsxedcrfvtgb',
    '1qaz2wsx3edc4rfv',
    '1q2w3e4r5t6y7u8i',
    'summer2026summer',
    'passwordsummer2026',
    'chocolate123456',
    'butterfly2026!',
  ],
}

describe('passwords that are guessed first', () => {
  const cases = Object.entries(guessed).flatMap(([reason, passwords]) =>
    passwords.map((password) => [password, reason] as const),
  )

  it('are a hundred here', () => {
    expect(new Set(cases.map(([password]) => password)).size).toBeGreaterThanOrEqual(100)
  })

  it.each(cases)('refuses %j: %s', async (password, reason) => {
    expect(await problem(password, 8)).toContain(reason)
  })

  it.each([
    'vurka simo telp',
    'correct pony battery clip',
    'Anna sings in the rain',
    'northwind was a ship',
    'password managers are worth it',
    'my cat chases 3 purple kites',
    '七転び八起き、明日は明日の風が吹く',
    '                z',
    'tavomi resulo kadine',
  ])('allows %j', async (password) => {
    expect(await problem(password)).toBeNull()
  })
})

describe('the list', () => {
  const entries = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

  it('holds enough of both lengths, each folded and once', () => {
    const lengths = entries.map((entry) => [...entry].length)
    expect(lengths.filter((length) => length >= 15).length).toBeGreaterThanOrEqual(3000)
    expect(lengths.filter((length) => length >= 8 && length < 15).length).toBeGreaterThanOrEqual(3000)
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(8)
    expect(new Set(entries).size).toBe(entries.length)
    expect(entries.filter((entry) => foldKey(entry) !== entry)).toEqual([])
  })

  it('compares whole passwords only, without case', async () => {
    expect(await blocklist.has('ＰasswordPASSWORD')).toBe(true)
    expect(await blocklist.has('passwordpassword and more')).toBe(false)
    expect(await blocklist.has('# Passwords that are guessed first, folded, one a line.')).toBe(false)
  })
})
