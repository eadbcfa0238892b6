import { type EmployeeInput, type leavingReasons, unknownEmployee } from '../../electron/contract/employees.ts'
import type { Role } from '../../electron/contract/roles.ts'
import { foldForSearch } from '../../electron/database/fold.ts'
import type { EmployeeTable } from '../../electron/database/schema.ts'
import { dayAfter } from './dates.ts'
import { headTitle, type PlannedDepartment } from './departments.ts'
import type { Draw } from './draw.ts'
import { languages } from './names.ts'

/** Somebody as generated: what stands elsewhere in the company is told by its place in its list. */
export interface PlannedPerson {
  readonly fields: EmployeeInput
  readonly department: number
  readonly title: string
  readonly isHead: boolean
  /** Always somebody before; null for who reports to nobody. */
  readonly manager: number | null
  readonly status: EmployeeTable['status']
  readonly leaving: { readonly date: string; readonly reason: (typeof leavingReasons)[number] } | null
  readonly account: { readonly username: string; readonly role: Role; readonly hasSignedIn: boolean } | null
}

export interface Plan {
  readonly employees: number
  readonly departments: readonly PlannedDepartment[]
  /** `YYYY-MM-DD`; hire dates, leavings and statuses are about it. */
  readonly today: string
  readonly draw: Draw
}

/** Of how many people in a department one leads a team. */
const teamSize = 9

/** A domain that belongs to nobody (RFC 2606). */
const domain = 'northlight.example'

/** The people of the company, whoever leads before those who are led: nobody reports to themselves in a circle. */
export function* planPeople({ employees, departments, today, draw }: Plan): Generator<PlannedPerson, undefined> {
  const leaders: number[][] = departments.map(() => [])
  const taken = new Map<string, number>()
  for (let index = 0; index < employees; index += 1) {
    const isHead = index < departments.length
    const department = isHead ? index : 1 + draw.below(departments.length - 1)
    const planned = departments[department]
    if (!planned) throw new Error('there is no such department')
    const leads = isHead || draw.below(teamSize) === 0
    const manager = managerOf(isHead ? (planned.above ?? (index === 0 ? null : 0)) : department, leaders, draw)
    const name = drawName(draw)
    const employment = drawEmployment(draw, today, leads)
    const address = unique(name.latin, taken)
    const type = employment.status === 'draft' ? 'full-time' : drawType(draw)
    yield {
      department,
      isHead,
      manager,
      title: isHead ? headTitle : draw.of(planned.titles),
      status: employment.status,
      leaving: employment.leaving,
      account: drawAccount(draw, address, employment.status, leads),
      fields: {
        ...unknownEmployee,
        ...name.fields,
        ...drawContacts(draw, address),
        employeeNumber: `N-${String(index + 1).padStart(6, '0')}`,
        dateOfBirth: draw.happens(950) ? dayAfter(employment.hireDate, -365 * 18 - draw.below(365 * 40)) : '',
        workEmail: employment.status === 'draft' ? '' : `${address}@${domain}`,
        employmentType: type,
        hireDate: employment.hireDate,
        probationEndDate: draw.happens(800) ? dayAfter(employment.hireDate, 182) : '',
        contractEndDate:
          type === 'temporary' || type === 'intern'
            ? dayAfter(employment.hireDate, Math.max(0, daysUntil(employment.hireDate, today)) + draw.below(500))
            : '',
        notes: draw.happens(30) ? 'Prefers to be called in the morning.' : '',
      },
    }
    if (leads) leaders[department]?.push(index)
  }
}

function managerOf(department: number | null, leaders: readonly number[][], draw: Draw): number | null {
  const candidates = department === null ? [] : (leaders[department] ?? [])
  return candidates.length === 0 ? null : (candidates[draw.below(candidates.length)] ?? null)
}

interface Name {
  readonly fields: Pick<EmployeeInput, 'firstName' | 'middleName' | 'lastName' | 'preferredName'>
  /** `first.last` in plain Latin letters. */
  readonly latin: string
}

function drawName(draw: Draw): Name {
  const { first, last } = draw.weighed(languages.map((language) => [language, language.share]))
  const [firstName, firstLatin] = bothForms(draw.of(first))
  const [lastName, lastLatin] = bothForms(draw.of(last))
  const [middleName] = draw.happens(150) ? bothForms(draw.of(first)) : ['']
  const preferredName = draw.happens(60) ? [...firstName].slice(0, 3).join('') : ''
  return {
    fields: { firstName, middleName, lastName, preferredName },
    latin: `${firstLatin}.${lastLatin}`,
  }
}

function bothForms(name: string): readonly [written: string, latin: string] {
  const [written = '', latin = foldForSearch(written)] = name.split(':')
  return [written, latin.replace(/[^a-z0-9-]/g, '')]
}

/** With a number behind it where somebody has the name already. */
function unique(name: string, taken: Map<string, number>): string {
  const before = taken.get(name) ?? 0
  taken.set(name, before + 1)
  return before === 0 ? name : `${name}${before + 1}`
}

type Employment = Pick<PlannedPerson, 'status' | 'leaving'> & { readonly hireDate: string }

/** Who leads somebody is there. */
function drawEmployment(draw: Draw, today: string, leads: boolean): Employment {
  const status = leads
    ? 'active'
    : draw.weighed([
        ['active', 845],
        ['left', 90],
        ['inactive', 30],
        ['draft', 20],
        ['suspended', 15],
      ] as const)
  if (status === 'draft') return { status, hireDate: dayAfter(today, 1 + draw.below(90)), leaving: null }
  // The last years more often than those long ago.
  const daysAgo = Math.floor((draw.below(10_000) / 10_000) ** 2 * 25 * 365) + (status === 'left' ? 60 : 0)
  const hireDate = dayAfter(today, -daysAgo)
  if (status === 'left') {
    return {
      status,
      hireDate,
      leaving: { date: dayAfter(hireDate, 30 + draw.below(daysAgo - 30)), reason: drawReason(draw) },
    }
  }
  const isLeaving = status === 'active' && !leads && draw.happens(8)
  return {
    status,
    hireDate,
    leaving: isLeaving ? { date: dayAfter(today, 1 + draw.below(90)), reason: drawReason(draw) } : null,
  }
}

const drawReason = (draw: Draw) =>
  draw.weighed([
    ['resigned', 50],
    ['contract-ended', 20],
    ['retired', 12],
    ['redundant', 8],
    ['dismissed', 6],
    ['other', 3],
    ['died', 1],
  ] as const)

const drawType = (draw: Draw) =>
  draw.weighed([
    ['full-time', 68],
    ['part-time', 16],
    ['contractor', 6],
    ['temporary', 6],
    ['intern', 4],
  ] as const)

/** Three in ten have an account, and who leads almost always. */
function drawAccount(
  draw: Draw,
  username: string,
  status: PlannedPerson['status'],
  leads: boolean,
): PlannedPerson['account'] {
  if (status === 'draft' || !draw.happens(leads ? 900 : 250)) return null
  return { username, role: leads ? 'manager' : 'employee', hasSignedIn: draw.happens(800) }
}

const streets = ['Harbour Street', 'Lindenallee', 'Rue du Moulin', 'Ulica Długa', 'Storgata', 'Calle Mayor', '中山路']
const relations = ['Partner', 'Parent', 'Sister', 'Brother', 'Friend']

/** Numbers of the range that is kept for fiction (Ofcom). */
const phone = (draw: Draw) => `+44 7700 900${String(draw.below(1000)).padStart(3, '0')}`

function drawContacts(draw: Draw, address: string): Partial<EmployeeInput> {
  const emergency = draw.happens(500) ? drawName(draw).fields : null
  return {
    personalEmail: draw.happens(300) ? `${address}@mail.example` : '',
    workPhone: draw.happens(400) ? phone(draw) : '',
    mobilePhone: draw.happens(500) ? phone(draw) : '',
    address: draw.happens(600) ? `${1 + draw.below(200)} ${draw.of(streets)}` : '',
    emergencyContactName: emergency ? `${emergency.firstName} ${emergency.lastName}` : '',
    emergencyContactPhone: emergency ? phone(draw) : '',
    emergencyContactRelation: emergency ? draw.of(relations) : '',
  }
}

const daysUntil = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
