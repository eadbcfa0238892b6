import { writeFileSync } from 'node:fs'

/** Each reports to the one who stands at an eighth of their place. */
const reports = 8

const headings = [
  'Employee number',
  'First name',
  'Last name',
  'Preferred name',
  'Work email',
  'Work phone',
  'Personal email',
  'Address',
  'Department',
  'Position',
  'Manager number',
  'Employment type',
  'Date of birth',
  'Hire date',
]

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** Writes a file of so many employees to import, the same in every run. */
export function writeImportFile(file: string, employees: number): void {
  const rows = Array.from({ length: employees }, (_, index) => [
    `E${index}`,
    `Person${index % 977}`,
    `van Dyke ${index % 3331}`,
    'Nick',
    `p${index}@example.com`,
    `+44 20 ${index}`,
    `p${index}@home.example.net`,
    `${index} High Street`,
    `Department ${index % 40}`,
    `Position ${index % 60}`,
    index === 0 ? '' : `E${Math.floor((index - 1) / reports)}`,
    'Full-time',
    `${1950 + (index % 45)}-${twoDigits(1 + (index % 12))}-11`,
    `${2010 + (index % 15)}-${twoDigits(1 + (index % 12))}-01`,
  ])
  writeFileSync(file, [headings, ...rows].map((row) => row.join(',')).join('\n'))
}
