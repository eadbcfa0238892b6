/**
 * Writes `resources/password-blocklist.txt`: long passwords that people choose first, made from our own rules. Lists
 * of leaked passwords are mostly shorter than Staffdesk's shortest password, so what counts here is how people stretch
 * a weak word: a year, a few digits, a second word, the word again, a walk over the keyboard.
 *
 * Run it with Node 24: `node scripts/make-password-blocklist.ts`. The same rules always write the same file.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { foldKey } from '../electron/database/fold.ts'

const target = fileURLToPath(new URL('../resources/password-blocklist.txt', import.meta.url))
const shortest = 8
const longest = 64

const words = (text: string): string[] => text.trim().split(/\s+/)

/** What weak passwords begin with. */
const favourites = words(`
  password passwort passw0rd p@ssword p@ssw0rd pass welcome willkommen bienvenue admin administrator root master
  manager user guest login letmein changeme secret default temporary office company employee staff work business
  sunshine princess monkey dragon football baseball basketball hockey soccer liverpool arsenal chelsea juventus
  superman batman starwars pokemon mustang ferrari mercedes porsche yamaha harley computer internet windows
  microsoft google facebook samsung android iphone summer winter spring autumn sommer herbst january february march
  april august september october november december monday friday sunday morning evening holiday vacation birthday
  christmas flower butterfly rainbow chocolate cookie banana orange cherry pepper ginger coffee whisky
  michael jennifer jessica daniel thomas andrew charlie jordan ashley robert matthew joshua george maria anna
  alexander nicole samantha michelle buster tigger shadow maggie bailey hunter killer hello iloveyou trustno1
  freedom forever whatever angel lovely sweetheart darling family mother father london berlin paris madrid moscow
  newyork america england germany canada australia qwerty qwertz azerty asdfgh zxcvbn abc123 test testing demo
  system server network database security access control service support helpdesk keyboard monitor printer
`)

/** Words that people join to one another. */
const joined = words(`
  password welcome admin letmein changeme secret master dragon monkey sunshine princess football baseball superman
  summer winter spring autumn office company employee manager staff business computer internet freedom forever
  iloveyou hello login access security family qwerty chocolate butterfly administrator temporary default
`)

const years = Array.from({ length: 31 }, (_, index) => String(2000 + index))
const digits = words(
  '1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 00 01 007 11 111 1111 69 99 321 4321 54321 987654321',
)
const signs = words('! !! !!! 1! 12! 123! 1234! @1 @12 @123 @1234 #1 #123 ? . * $ _123 -123')
const seasons = words(
  'spring summer autumn winter january february march april june july august september october november december',
)

/** Sentences that people are proud of. */
const sentences = words(`
  iloveyousomuch iloveyouforever iloveyoubaby iloveyoumore ilovemyfamily ilovemywife ilovemyhusband ilovemydog
  ilovemycat ilovemyjob ihatemyjob ihatepasswords ihatethispassword ineedanewpassword iforgotmypassword
  idontknowmypassword thisismypassword thisisapassword thisisasecret thisismysecret mypasswordispassword
  mypasswordissecret mypasswordis mynewpassword myoldpassword mysecretpassword mysuperpassword thepasswordis
  thepassword nopassword anotherpassword yetanotherpassword passwordpleasework pleaseletmein letmeinplease
  letmeinnow letmeintothesystem openthedoor openthedoornow opensesame donttellanyone donotforget dontforgetthis
  correcthorsebatterystaple correcthorsebattery horsebatterystaple tobeornottobe maytheforcebewithyou
  liveloveandlaugh livelaughlove livelovelaugh godisgood godislove jesuslovesme jesusislord hakunamatata
  onceuponatime theendisnear helloworld hellokitty hellothere goodmorning goodmorningworld goodnight
  goodnightmoon happybirthday happybirthdaytoyou merrychristmas happynewyear welcometothejungle welcomeback
  welcomehome welcometowork welcometotheoffice firstdayatwork changemeplease changethispassword changemenow
  temporarypassword temppassword initialpassword defaultpassword administratorpassword adminpassword rootpassword
  userpassword guestpassword companypassword officepassword workpassword computerpassword windowspassword
  longpassword averylongpassword verylongpassword averylongpasswordindeed longerthanfifteen fifteencharacters
  atleastfifteencharacters strongpassword verystrongpassword securepassword verysecurepassword supersecret
  supersecretpassword topsecretpassword topsecret qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm qazwsxedcrfvtgb
  qazwsxedcrfvtgbyhnujm 1qaz2wsx3edc4rfv 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6u7i8 zaq12wsxcde34rfv
  zaq1xsw2cde3vfr4 asdfqwerzxcv1234 asdfghjklqwertyuiop zxcvbnmasdfghjkl 1qazxsw23edcvfr4 qweasdzxc123456
  aabbccddeeffgghh a1b2c3d4e5f6g7h8 abc123abc123abc123 abcd1234abcd1234 onetwothreefourfive eenymeenyminymoe
`)

/** Short walks that are joined and stretched. */
const walks = words(`
  qwerty qwertz azerty qwertyui qwertzui asdfgh asdfghjk zxcvbn yxcvbn qazwsx qazwsxedc 1qaz2wsx 1q2w3e 1q2w3e4r
  q1w2e3r4 zaq12wsx qweasd qweasdzxc asdf1234 qwer1234 abcd1234 a1b2c3d4 112233 123321 147258369 159753 789456123
  123qwe 123abc 1234qwer 654321 987654 000000 111111 123123 121212 696969 888888
`)

const list = new Set<string>()

function add(password: string): void {
  const folded = foldKey(password)
  const length = [...folded].length
  if (length >= shortest && length <= longest) list.add(folded)
}

/** The word alone, again and again, and with what people hang on to it. */
function stretch(word: string, endings: readonly string[]): void {
  for (const start of [word, word + word, word + word + word]) add(start)
  for (const ending of endings) add(word + ending)
}

for (const word of favourites) {
  stretch(word, [...years, ...digits, ...signs])
  for (const year of years.slice(-12)) add(`${word}${year}!`)
}
for (const walk of walks) {
  stretch(walk, [...digits, ...signs])
  for (const other of walks) add(walk + other)
}
for (const sentence of sentences) stretch(sentence, [...digits.slice(0, 10), ...signs.slice(0, 8), ...years.slice(-12)])
for (const first of joined) {
  for (const second of joined) {
    for (const between of ['', ' ']) add(first + between + second)
    for (const ending of ['1', '123', '!']) add(first + second + ending)
  }
}
for (const season of seasons) {
  for (const year of years.slice(-12)) {
    for (const ending of ['', '!', '!!', '1', '123', '1!', '123!', season]) {
      add(season + year + ending)
      add(`password${season}${year}${ending}`)
      add(`welcome${season}${year}${ending}`)
    }
  }
}

const header = [
  '# Passwords that are guessed first, folded, one a line.',
  '# Made by scripts/make-password-blocklist.ts; change the rules there and run it again.',
]
writeFileSync(target, `${[...header, ...[...list].sort()].join('\n')}\n`)

const long = [...list].filter((password) => [...password].length >= 15).length
process.stdout.write(`${long} of 15 characters and more, ${list.size - long} shorter ones\n`)
