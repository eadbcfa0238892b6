import type { Migration } from '../migration.ts'

const tables = [
  `CREATE TABLE company (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    database_id TEXT NOT NULL CHECK (database_id <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    created_at INTEGER NOT NULL
  ) STRICT`,

  `CREATE TABLE policy (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT`,

  `CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    username TEXT NOT NULL CHECK (username <> ''),
    username_key TEXT NOT NULL UNIQUE CHECK (username_key <> ''),
    full_name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('employee', 'manager', 'admin')),
    password_hash TEXT NOT NULL CHECK (password_hash <> ''),
    must_choose_password INTEGER NOT NULL CHECK (must_choose_password IN (0, 1)),
    temporary_password_expires_at INTEGER,
    recovery_code_hash TEXT CHECK (length(recovery_code_hash) = 64),
    disabled_at INTEGER,
    last_sign_in_at INTEGER,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
  ) STRICT`,

  `CREATE TABLE employee (
    id INTEGER PRIMARY KEY,
    employee_number TEXT NOT NULL CHECK (employee_number <> ''),
    employee_number_key TEXT NOT NULL UNIQUE CHECK (employee_number_key <> ''),
    first_name TEXT NOT NULL CHECK (first_name <> ''),
    last_name TEXT NOT NULL,
    work_email TEXT,
    work_email_key TEXT UNIQUE,
    hire_date TEXT NOT NULL CHECK (hire_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status TEXT NOT NULL CHECK (status IN ('draft', 'active', 'inactive', 'suspended', 'left')),
    account_id INTEGER UNIQUE REFERENCES account (id),
    search_key TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CHECK ((work_email IS NULL) = (work_email_key IS NULL))
  ) STRICT`,

  `CREATE TABLE session (
    key_hash TEXT NOT NULL PRIMARY KEY CHECK (length(key_hash) = 64),
    data TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    version INTEGER NOT NULL
  ) STRICT`,

  `CREATE TABLE session_history (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    key_hash TEXT NOT NULL CHECK (length(key_hash) = 64),
    computer TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    last_activity_at INTEGER NOT NULL,
    locked_at INTEGER,
    expires_at INTEGER NOT NULL,
    ended_at INTEGER,
    reason TEXT,
    ended_by INTEGER REFERENCES account (id),
    told_at INTEGER,
    CHECK ((ended_at IS NULL) = (reason IS NULL))
  ) STRICT`,

  `CREATE TABLE used_employee_number (
    number_key TEXT NOT NULL PRIMARY KEY,
    employee_id INTEGER NOT NULL
  ) STRICT`,

  `CREATE TABLE kept_property (
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value)),
    PRIMARY KEY (account_id, name)
  ) STRICT`,

  `CREATE TABLE sign_in_throttle (
    name_key TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    first_failure_at INTEGER NOT NULL,
    last_failure_at INTEGER NOT NULL,
    blocked_until INTEGER
  ) STRICT`,

  // It names accounts and other subjects without a reference: an entry survives what it tells of.
  `CREATE TABLE audit_entry (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor_account_id INTEGER,
    actor_name TEXT,
    computer TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action <> ''),
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject_id INTEGER,
    subject_name TEXT,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    outcome TEXT NOT NULL CHECK (outcome IN ('success', 'refused', 'failure')),
    value_hash TEXT CHECK (length(value_hash) = 64),
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
  ) STRICT`,

  `CREATE TABLE audit_value (
    entry_id INTEGER PRIMARY KEY REFERENCES audit_entry (id),
    salt TEXT NOT NULL CHECK (length(salt) = 32),
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT`,
]

const indexes = [
  'CREATE INDEX employee_by_sort_key ON employee (sort_key, id)',
  'CREATE INDEX session_by_expiry ON session (expires_at)',
  'CREATE INDEX session_history_by_key ON session_history (key_hash)',
  'CREATE INDEX session_history_by_account ON session_history (account_id, started_at)',
  'CREATE INDEX session_history_open ON session_history (account_id) WHERE ended_at IS NULL',
  'CREATE INDEX session_history_untold ON session_history (computer, reason) WHERE told_at IS NULL',
  'CREATE INDEX audit_entry_by_subject ON audit_entry (subject_kind, subject_id, id)',
  'CREATE INDEX audit_entry_by_actor ON audit_entry (actor_account_id, id)',
]

const triggers = [
  `CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END`,
  `CREATE TRIGGER audit_entry_is_never_deleted BEFORE DELETE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END`,
  `CREATE TRIGGER audit_value_is_never_changed BEFORE UPDATE ON audit_value
    BEGIN SELECT RAISE(ABORT, 'audit values are never changed'); END`,
]

export const foundation: Migration = {
  version: 1,
  title: 'foundation',
  up(connection) {
    for (const statement of [...tables, ...indexes, ...triggers]) connection.exec(statement)
  },
}
