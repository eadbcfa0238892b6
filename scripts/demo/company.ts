/** The made-up company. Nobody in it exists. */
export const company = {
  name: 'Northlight Office Supplies',
  administrator: { name: 'Helena Marlow', username: 'helena', password: 'paper lantern over the harbour' },
} as const

/** The choices of the custom field "Shirt size". */
export const shirtSizes = ['S', 'M', 'L', 'XL'] as const

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
  'Customer service agent',
  'Head of department',
  'Managing director',
  'Office manager',
  'Sales representative',
  'Warehouse clerk',
] as const
