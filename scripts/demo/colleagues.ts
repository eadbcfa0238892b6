import { type EmployeeInput, type RegisterInput, unknownEmployee } from '../../electron/contract/employees.ts'
import { type departments, type positions, shirtSizes } from './company.ts'

/** How many are registered, with the newcomer, who is number 1. */
export const EMPLOYEES = 60

type Department = (typeof departments)[number]['name']
type Position = (typeof positions)[number]

/** A colleague before the ids are known of the places that they have. */
export interface Colleague {
  readonly number: number
  readonly firstName: string
  readonly lastName: string
  readonly department: Department
  readonly position: Position
  /** The number of whom they report to; null at the top. */
  readonly manager: number | null
  readonly account: RegisterInput['account']
  readonly employee: EmployeeInput
  /** Of custom fields what is known, by their names. */
  readonly custom: Readonly<Record<string, string>>
}

const firstNames =
  'Amara Birgit Caspian Dilara Emil Fatou Goran Hana Idris Jolanta Kofi Linnea Mateo Nadia Oskar Priya Quentin Rosalind Stellan Tuva Ulrich Vesna Wanda Xenia Yusuf Zofia Ása Bram Chiara Désirée'.split(
    ' ',
  )
const lastNames =
  'Aldana Berglund Castellanos Dvořák Eriksen Falk Grzybowski Holloway Ibarra Jansen Kowalczyk Lindqvist Moreau Nakamura Okonkwo Petrov Quispe Rasmussen Söderberg Tremblay Ueda Vasquez Whitfield Ximenes Yıldız Zeller Abernathy Brandt Costa Delacroix Engström'.split(
    ' ',
  )

/** Who leads which department, by their numbers, and to whom they report. */
const leaders = new Map<number, { readonly department: Department; readonly manager: number | null }>([
  [2, { department: 'Management', manager: null }],
  [3, { department: 'Sales', manager: 2 }],
  [4, { department: 'Field sales', manager: 3 }],
  [5, { department: 'Key accounts', manager: 4 }],
  [6, { department: 'Online shop', manager: 3 }],
  [7, { department: 'Purchasing', manager: 2 }],
  [8, { department: 'Warehouse', manager: 2 }],
  [9, { department: 'Returns', manager: 8 }],
])

/** The departments of everybody else, one after another, again and again. */
const others = [
  'Warehouse',
  'Field sales',
  'Purchasing',
  'Online shop',
  'Field sales',
  'Warehouse',
  'Key accounts',
  'Returns',
  'Field sales',
  'Warehouse',
  'Online shop',
  'Purchasing',
  'Field sales',
  'Warehouse',
  'Key accounts',
  'Management',
  'Warehouse',
] as const satisfies readonly Department[]

const positionsOf: Readonly<Record<Department, readonly [Position, ...Position[]]>> = {
  Management: ['Accountant', 'Office manager'],
  Sales: ['Sales representative'],
  'Field sales': ['Sales representative'],
  'Key accounts': ['Sales representative'],
  'Online shop': ['Customer service agent'],
  Purchasing: ['Buyer'],
  Warehouse: ['Warehouse clerk'],
  Returns: ['Warehouse clerk'],
}

/** Who leads a department, by its name. */
export const leaderOf = (department: Department): number =>
  [...leaders].find(([, led]) => led.department === department)?.[0] ?? 0

/** The colleagues number 2 to 60, as an administrator would type them; the same in every run. */
export const colleagues: readonly Colleague[] = Array.from({ length: EMPLOYEES - 1 }, (_, index) => index + 2).map(
  colleague,
)

function colleague(number: number): Colleague {
  const led = leaders.get(number)
  const department = led?.department ?? others[number % others.length] ?? 'Warehouse'
  const firstName = firstNames[number % firstNames.length] ?? ''
  const lastName = lastNames[(number * 7) % lastNames.length] ?? ''
  const name = `${firstName}.${lastName}`.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i')
  return {
    number,
    firstName,
    lastName,
    department,
    position: led ? leading(led.manager) : memberOf(department, number),
    manager: led ? led.manager : leaderOf(department),
    account: led || number % 2 === 0 ? accountOf(number, name, led !== undefined) : null,
    employee: {
      ...unknownEmployee,
      employeeNumber: employeeNumber(number),
      firstName,
      lastName,
      dateOfBirth: `${1962 + ((number * 11) % 40)}-${birthdayOf(number)}`,
      workEmail: `${name}@northlight.example`,
      workPhone: `+44 20 7946 0${String(100 + number)}`,
      employmentType: typeOf(number),
      ...datesOf(number, led !== undefined),
    },
    custom: customOf(department, number),
  }
}

function leading(manager: number | null): Position {
  return manager === null ? 'Managing director' : 'Head of department'
}

function memberOf(department: Department, number: number): Position {
  const known = positionsOf[department]
  return known[number % known.length] ?? known[0]
}

function accountOf(number: number, username: string, leads: boolean): RegisterInput['account'] {
  return {
    username,
    role: leads ? 'manager' : 'employee',
    temporaryPassword: `only for the first morning ${number}`,
  }
}

function customOf(department: Department, number: number): Colleague['custom'] {
  const size = shirtSizes[number % shirtSizes.length] ?? ''
  const locker = `${100 + number}`
  const inHall = department === 'Warehouse' || department === 'Returns'
  return {
    'Shirt size': size,
    ...(inHall && { Locker: locker }),
    ...(number % 9 === 0 && { 'First aider': 'yes' }),
    ...(department === 'Field sales' && { 'Driving licence until': `20${28 + (number % 9)}-05-31` }),
  }
}

/** Every seventh was hired in the year of the walk; of them some are on probation, and some contracts end soon. */
function datesOf(
  number: number,
  leads: boolean,
): Pick<EmployeeInput, 'hireDate' | 'probationEndDate' | 'contractEndDate'> {
  const isNew = number % 7 === 0 && !leads
  const month = 1 + ((number * 3) % (isNew ? 10 : 12))
  const day = twoDigits(1 + ((number * 7) % 27))
  return {
    hireDate: `${isNew ? 2026 : 2025 - (number % 14)}-${twoDigits(month)}-${day}`,
    probationEndDate: isNew && month > 5 ? `2026-12-${day}` : '',
    contractEndDate: typeOf(number) === 'temporary' ? (number % 2 === 0 ? '2027-06-30' : '2026-12-31') : '',
  }
}

/** Some are soon after the walk. */
function birthdayOf(number: number): string {
  return number % 6 === 0
    ? `12-${twoDigits(5 + (number % 11))}`
    : `${twoDigits(1 + ((number * 5) % 12))}-${twoDigits(1 + ((number * 3) % 27))}`
}

function typeOf(number: number): EmployeeInput['employmentType'] {
  if (number % 11 === 0) return 'temporary'
  if (number % 23 === 0) return 'intern'
  return number % 5 === 0 ? 'part-time' : 'full-time'
}

export function employeeNumber(number: number): string {
  return `N-${String(number).padStart(4, '0')}`
}

/** Somebody among them. */
export function known(number: number): Colleague {
  const found = colleagues.find((one) => one.number === number)
  if (found === undefined) throw new Error(`nobody has number ${number}`)
  return found
}

export const nameOf = ({ firstName, lastName }: Colleague): string => `${firstName} ${lastName}`

/** The password that somebody chooses for their own. */
export const ownPassword = (number: number): string => `a quiet corner by the window ${number}`

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
