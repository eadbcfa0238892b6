import type { Generated } from 'kysely'

/**
 * The tables as Kysely sees them. Instants are whole milliseconds since 1970 in UTC, plain dates `YYYY-MM-DD`,
 * yes and no are 1 and 0, `*_key` columns hold the folded form by which rows are compared and searched.
 */
export interface Schema {
  company: CompanyTable
  policy: PolicyTable
  account: AccountTable
  employee: EmployeeTable
  employee_search: EmployeeSearchTable
  employee_photo: EmployeePhotoTable
  used_employee_number: UsedEmployeeNumberTable
  employee_import: EmployeeImportTable
  employee_import_row: EmployeeImportRowTable
  department: DepartmentTable
  position: PositionTable
  celebration: CelebrationTable
  assignment: AssignmentTable
  custom_field: CustomFieldTable
  custom_choice: CustomChoiceTable
  custom_value: CustomValueTable
  session: SessionTable
  session_history: SessionHistoryTable
  kept_property: KeptPropertyTable
  saved_view: SavedViewTable
  sign_in_throttle: SignInThrottleTable
  audit_entry: AuditEntryTable
  audit_value: AuditValueTable
  audit_search: AuditSearchTable
}

/** One row: the company that lives in this file. */
export interface CompanyTable {
  id: number
  /** The same id stands in `installed.json`. */
  database_id: string
  name: string
  created_at: number
}

/** Company-wide settings: a name and its JSON value. An absent name means the default. */
export interface PolicyTable {
  name: string
  value: string
}

export interface AccountTable {
  id: Generated<number>
  username: string
  /** NFKC and case folded; unique. */
  username_key: string
  /** What screens call the person while no employee record says it better. */
  full_name: string
  role: 'employee' | 'manager' | 'admin'
  password_hash: string
  must_choose_password: number
  /** After this a temporary password opens nothing; null for a chosen one. */
  temporary_password_expires_at: number | null
  /** SHA-256 of the recovery code in hex; only the administrator made at set-up has one. */
  recovery_code_hash: string | null
  disabled_at: number | null
  last_sign_in_at: number | null
  created_at: number
  version: number
}

export interface EmployeeTable {
  id: Generated<number>
  employee_number: string
  /** Case folded; unique, never reused. */
  employee_number_key: string
  first_name: string
  last_name: string
  work_email: string | null
  work_email_key: string | null
  hire_date: string
  status: 'draft' | 'active' | 'inactive' | 'suspended' | 'left'
  account_id: number | null
  /** Name, number, username and work email, as `searchKeyOf` makes it. */
  search_key: string
  /** Folded last and first name, for the order of lists. */
  sort_key: string
  created_at: number
  updated_at: number
  version: number
  middle_name: string | null
  preferred_name: string | null
  personal_email: string | null
  work_phone: string | null
  mobile_phone: string | null
  address: string | null
  emergency_contact_name: string | null
  emergency_contact_phone: string | null
  emergency_contact_relation: string | null
  date_of_birth: string | null
  probation_end_date: string | null
  contract_end_date: string | null
  department_id: number | null
  position_id: number | null
  /** The employee to whom this one reports. */
  manager_id: number | null
  employment_type: 'full-time' | 'part-time' | 'contractor' | 'intern' | 'temporary' | null
  notes: string | null
  /** The last day of work, also while it is still ahead; null for somebody who stays. */
  leaving_date: string | null
  leaving_reason: 'resigned' | 'dismissed' | 'redundant' | 'contract-ended' | 'retired' | 'died' | 'other' | null
  /** Who takes over the reports, while the leaving is still ahead. */
  successor_id: number | null
  /** Folded name, work email and work phone: what everybody may search through. */
  directory_key: string | null
  /** Since when somebody is out of lists, counts and searches; null for everybody else. */
  archived_at: number | null
}

/** A day that an employee lets everybody know; without a row nobody does. */
export interface CelebrationTable {
  employee_id: number
  kind: 'birthday' | 'anniversary'
}

/** The full-text index over `employee.search_key`; what it holds must be told to it. */
export interface EmployeeSearchTable {
  /** The employee. */
  rowid: number
  search_key: string
  /** In a query what is looked for, in an insert a command (https://sqlite.org/fts5.html). */
  employee_search: string
}

/** The photo of an employee. A row without bytes is that of a photo that was taken away. */
export interface EmployeePhotoTable {
  employee_id: number
  /** Counts every change, removals as well: with it a photo's address is another one. */
  version: number
  /** WebP. */
  bytes: Uint8Array | null
}

/** An import of employees that can still be undone: the last one. */
export interface EmployeeImportTable {
  id: Generated<number>
  file_name: string
  imported_at: number
  /** Who made it, as they were called then. */
  imported_by: string
  created: number
  changed: number
  /** What was made along with it: JSON arrays of ids, the departments from the top down. */
  departments: string
  positions: string
}

/** What an import did to one employee. */
export interface EmployeeImportRowTable {
  import_id: number
  employee_id: number
  /** The employee's version after it. */
  version: number
  /** JSON of the fields as they were before; null for somebody who came with the import. */
  previous: string | null
}

/** A part of the company; together they are a tree. */
export interface DepartmentTable {
  id: Generated<number>
  name: string
  /** Case folded; unique among the departments of one parent. */
  name_key: string
  code: string | null
  /** Case folded; unique. */
  code_key: string | null
  /** Null for a department at the top. */
  parent_id: number | null
  /** The employee who leads it. */
  head_id: number | null
  /** Name and code, as `searchKeyOf` makes it. */
  search_key: string
  created_at: number
  updated_at: number
  version: number
}

/** What people are employed as. */
export interface PositionTable {
  id: Generated<number>
  title: string
  /** Case folded; unique. */
  title_key: string
  /** The title, as `searchKeyOf` makes it. */
  search_key: string
  created_at: number
  updated_at: number
  version: number
}

/**
 * What an employee was, is or is planned to be, from a day on. The newest row that is not planned says the same as the
 * employee's own columns, which lists read.
 */
export interface AssignmentTable {
  id: Generated<number>
  employee_id: number
  effective_from: string
  /** The last day of work, on the last row of an employment that is over. */
  last_day: string | null
  /** Null without one, and for one that was removed, whose name stays. */
  department_id: number | null
  department_name: string | null
  position_id: number | null
  position_title: string | null
  manager_id: number | null
  manager_name: string | null
  employment_type: EmployeeTable['employment_type']
  /** A JSON array of the fields that a planned row changes; null for what holds or has held. */
  planned_fields: string | null
  /** Why a planned row could not take effect when its day came. */
  problem: string | null
  created_at: number
  created_by: string | null
}

/** A field that administrators have added to employees. */
export interface CustomFieldTable {
  id: Generated<number>
  name: string
  /** Case folded; unique. */
  name_key: string
  kind: 'text' | 'number' | 'date' | 'choice' | 'yes-no'
  help: string
  is_required: number
  is_private: number
  /** Its place in the order, from 0. */
  place: number
  archived_at: number | null
  created_at: number
  updated_at: number
  version: number
}

/** What can be chosen in a custom field of that kind. */
export interface CustomChoiceTable {
  id: Generated<number>
  field_id: number
  name: string
  place: number
}

/** What an employee has in a custom field. */
export interface CustomValueTable {
  employee_id: number
  field_id: number
  /** A number as decimal text, a plain date, the name of a choice, `yes` or `no`. */
  value: string
}

/** Every number that an employee ever had: numbers are never given to somebody else. */
export interface UsedEmployeeNumberTable {
  /** Case folded. */
  number_key: string
  /** Outlives the employee. */
  employee_id: number
}

/** The session engine's data record. */
export interface SessionTable {
  /** SHA-256 of the key, in hex. */
  key_hash: string
  /** Encoded and signed data. */
  data: string
  expires_at: number
  version: number
}

/** The lifecycle's record: one row for each login, whatever the engine. */
export interface SessionHistoryTable {
  id: Generated<number>
  account_id: number
  /** SHA-256 of the session's present key, in hex. */
  key_hash: string
  computer: string
  started_at: number
  last_activity_at: number
  locked_at: number | null
  expires_at: number
  ended_at: number | null
  reason: string | null
  /** The account that ended it, where another person did. */
  ended_by: number | null
  /** When its end was told to its owner; null while still to be told. */
  told_at: number | null
}

/** Session properties that outlive a session (theme, list layouts, drafts). */
export interface KeptPropertyTable {
  account_id: number
  name: string
  /** JSON. */
  value: string
}

/** A view of the list of employees that somebody named. */
export interface SavedViewTable {
  id: Generated<number>
  /** Whose it is. */
  account_id: number
  name: string
  /** Folded; unique among a person's own, and among all that are shared. */
  name_key: string
  is_shared: number
  /** JSON. */
  view: string
  created_at: number
  updated_at: number
  version: number
}

/** Failures to sign in, by name, whether an account of that name exists or not. */
export interface SignInThrottleTable {
  /**
   * Folded username of an account; a hash of what was typed where there is none; `*` for the whole application and
   * `:recovery-code` for the recovery code.
   */
  name_key: string
  failures: number
  first_failure_at: number
  last_failure_at: number
  blocked_until: number | null
}

/** The hash-chained audit. Append-only by trigger. */
export interface AuditEntryTable {
  id: Generated<number>
  at: number
  actor_account_id: number | null
  /** The actor's username at that time; survives the account. */
  actor_name: string | null
  computer: string
  /** Such as `employee.registered`. */
  action: string
  /** Such as `employee`, `account`, `session`, `company`. */
  subject_kind: string
  subject_id: number | null
  subject_name: string | null
  /** Names of the changed fields: a JSON array. */
  fields: string
  outcome: 'success' | 'refused' | 'failure'
  /** Salted SHA-256 of the value row, in hex; null without one. */
  value_hash: string | null
  previous_hash: string
  hash: string
}

/** Old and new values of an entry, apart from it so that a purge can delete them and the chain still verifies. */
export interface AuditValueTable {
  entry_id: number
  salt: string
  /** JSON: field → { old, new }. */
  value: string
}

/** What a search of the audit looks through: the names that the entry shows, as `searchKeyOf` folds them. */
export interface AuditSearchTable {
  entry_id: number
  search_key: string
}
