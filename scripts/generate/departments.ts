/** The made-up company's departments and positions. */
interface Division {
  readonly name: string
  readonly code: string
  readonly parts: readonly string[]
  readonly titles: readonly string[]
}

const divisions: readonly Division[] = [
  {
    name: 'Sales',
    code: 'SA',
    parts: ['Field sales', 'Key accounts', 'Online shop'],
    titles: ['Sales representative', 'Key account manager', 'Sales assistant', 'Shop editor'],
  },
  {
    name: 'Production',
    code: 'PR',
    parts: ['Assembly', 'Quality', 'Maintenance'],
    titles: ['Assembler', 'Machine operator', 'Quality inspector', 'Maintenance technician', 'Shift leader'],
  },
  {
    name: 'Logistics',
    code: 'LO',
    parts: ['Warehouse', 'Dispatch', 'Returns'],
    titles: ['Warehouse clerk', 'Forklift driver', 'Dispatcher', 'Stock controller'],
  },
  {
    name: 'Engineering',
    code: 'EN',
    parts: ['Design', 'Prototyping', 'Software'],
    titles: ['Design engineer', 'Software developer', 'Test engineer', 'Technical writer'],
  },
  {
    name: 'Customer care',
    code: 'CC',
    parts: ['Help desk', 'Complaints'],
    titles: ['Customer adviser', 'Complaints clerk', 'Team assistant'],
  },
  {
    name: 'Finance',
    code: 'FI',
    parts: ['Bookkeeping', 'Controlling', 'Payroll'],
    titles: ['Accountant', 'Controller', 'Payroll clerk'],
  },
  {
    name: 'Human resources',
    code: 'HR',
    parts: ['Recruiting', 'Training'],
    titles: ['Recruiter', 'Trainer', 'Personnel officer'],
  },
  { name: 'IT', code: 'IT', parts: ['Networks', 'Workplaces'], titles: ['Administrator', 'Support technician'] },
]

const sites = ['Aarhus', 'Brno', 'Coventry', 'Dresden', 'Évora', 'Gdańsk', 'İzmir', 'Malmö', 'Nürnberg', 'Osaka']

/** A company below this size has no sites. */
const withSites = 2000

export interface PlannedDepartment {
  readonly name: string
  readonly code: string
  /** Where the one above it stands in the list; null at the top. */
  readonly above: number | null
  readonly titles: readonly string[]
}

export const headTitle = 'Head of department'

/** All departments, each behind the one above it. */
export function planDepartments(employees: number): readonly PlannedDepartment[] {
  const planned: PlannedDepartment[] = [
    { name: 'Management', code: 'MA', above: null, titles: ['Managing director', 'Assistant to the management'] },
  ]
  const add = (department: PlannedDepartment) => planned.push(department) - 1
  for (const { name, code, parts, titles } of divisions) {
    const division = add({ name, code, above: null, titles })
    for (const [index, part] of parts.entries()) {
      const below = add({ name: part, code: `${code}-${index + 1}`, above: division, titles })
      if (employees < withSites) continue
      for (const [number, site] of sites.entries()) {
        add({ name: `${part} ${site}`, code: `${code}-${index + 1}-${number + 1}`, above: below, titles })
      }
    }
  }
  return planned
}
