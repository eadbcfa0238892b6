import { type RegisterInput, unknownEmployee } from '../../electron/contract/employees.ts'

/** The made-up company. Nobody in it exists. */
export const company = {
  name: 'Northlight Office Supplies',
  administrator: { name: 'Helena Marlow', username: 'helena', password: 'paper lantern over the harbour' },
} as const

/** The person whose registration is walked through, step by step. */
export const newcomer = {
  employeeNumber: 'N-0001',
  firstName: 'Tomás',
  lastName: 'Ferreira',
  workEmail: 'tomas.ferreira@northlight.example',
  hireDate: '2026-11-02',
  username: 'tomas',
  temporaryPassword: 'first day at the window desk',
  password: 'seven green bicycles in the rain',
} as const

/** Departments and positions as an administrator adds them: what stands below another names it. */
export const departments = [
  { name: 'Management', code: 'M-1', parent: null },
  { name: 'Sales', code: 'S-1', parent: null },
  { name: 'Field sales', code: 'S-2', parent: 'Sales' },
  { name: 'Key accounts', code: 'S-3', parent: 'Field sales' },
  { name: 'Online shop', code: 'S-4', parent: 'Sales' },
  { name: 'Purchasing', code: 'P-1', parent: null },
  { name: 'Warehouse', code: 'W-1', parent: null },
  { name: 'Returns', code: '', parent: 'Warehouse' },
] as const

export const positions = [
  'Accountant',
  'Buyer',
  'Head of department',
  'Office manager',
  'Sales representative',
  'Warehouse clerk',
] as const

const firstNames =
  'Amara Birgit Caspian Dilara Emil Fatou Goran Hana Idris Jolanta Kofi Linnea Mateo Nadia Oskar Priya Quentin Rosalind Stellan Tuva Ulrich Vesna Wanda Xenia Yusuf Zofia Ása Bram Chiara Désirée'.split(
    ' ',
  )
const lastNames =
  'Aldana Berglund Castellanos Dvořák Eriksen Falk Grzybowski Holloway Ibarra Jansen Kowalczyk Lindqvist Moreau Nakamura Okonkwo Petrov Quispe Rasmussen Söderberg Tremblay Ueda Vasquez Whitfield Ximenes Yıldız Zeller Abernathy Brandt Costa Delacroix Engström'.split(
    ' ',
  )

/** The ids of what colleagues can be given. */
interface Places {
  readonly departmentIds: readonly number[]
  readonly positionIds: readonly number[]
  readonly managerId: number | null
}

/** What an administrator would type for the colleagues number 2 to `count`; the same in every run. */
export function colleagues(count: number, { departmentIds, positionIds, managerId }: Places): readonly RegisterInput[] {
  return Array.from({ length: count - 1 }, (_, index) => {
    const number = index + 2
    const firstName = firstNames[number % firstNames.length] ?? ''
    const lastName = lastNames[(number * 7) % lastNames.length] ?? ''
    const name = `${firstName}.${lastName}`.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i')
    return {
      employee: {
        ...unknownEmployee,
        employeeNumber: `N-${String(number).padStart(4, '0')}`,
        firstName,
        lastName,
        workEmail: `${name}@northlight.example`,
        departmentId: departmentIds[number % departmentIds.length] ?? null,
        positionId: positionIds[number % positionIds.length] ?? null,
        managerId,
        hireDate: `${2026 - (number % 17)}-${twoDigits(1 + (number % 10))}-${twoDigits(1 + ((number * 5) % 27))}`,
      },
      account:
        number % 2 === 0
          ? { username: name, role: roleOf(number), temporaryPassword: `only for the first morning ${number}` }
          : null,
    }
  })
}

function roleOf(number: number): 'manager' | 'employee' {
  return number % 12 === 0 ? 'manager' : 'employee'
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
