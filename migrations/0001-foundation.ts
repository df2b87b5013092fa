import { type Kysely, sql } from 'kysely'

/**
 * The foundation: units through time, people, months, reports, reminders, snapshots, audit.
 * Frozen once landed; later changes are later files. `migrations/schema.txt` is the readable whole.
 *
 * Months are text 'YYYY-MM' (they compare as text); `valid_until` is the first month that no longer counts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const months = `create domain month as text check (value ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')`

const units = `
create table unit (
  id int generated always as identity primary key,
  kind text not null check (kind in ('commune', 'office')),
  code text not null check (code <> ''),
  valid_from month not null,
  valid_until month check (valid_until > valid_from),
  unique (kind, code, valid_from)
);
comment on table unit is 'A commune that reports or an office that receives. Codes were reused in 2025 and are no key.';

create table unit_name (
  unit_id int not null references unit,
  valid_from month not null,
  type text not null,
  name text not null,
  full_name text not null,
  search text not null,
  primary key (unit_id, valid_from)
);
comment on table unit_name is 'What a unit is called from a month on; old months keep the old name.';

create table unit_parent (
  unit_id int not null references unit,
  parent_id int not null references unit,
  valid_from month not null,
  valid_until month check (valid_until > valid_from),
  primary key (unit_id, valid_from),
  check (unit_id <> parent_id)
);
comment on table unit_parent is 'Which office a commune reports to, or an office stands under, and in which months.';
create index unit_parent_parent on unit_parent (parent_id);

create table succession (
  predecessor_id int not null references unit,
  successor_id int not null references unit,
  effective_month month not null,
  divided boolean not null default false,
  document text not null default '',
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);
comment on table succession is 'Mergers and splits: the successor''s series is the sum of its predecessors.';
create index succession_successor on succession (successor_id);

create table office (
  unit_id int primary key references unit,
  settings jsonb not null default '{}'
);
comment on table office is 'What an office decides for itself; shape and defaults in units/office.rules.ts.'`

const calendar = `
create table holiday (
  id int generated always as identity primary key,
  office_id int references unit,
  day date not null,
  kind text not null check (kind in ('off', 'work')),
  name text not null,
  source text not null default '',
  status text not null default 'verified' check (status in ('verified', 'provisional')),
  unique nulls not distinct (office_id, day)
);
comment on table holiday is 'Days off and working Saturdays; without an office, for the whole country.';

create table month_rule (
  office_id int not null references unit,
  month month not null,
  due_at timestamptz,
  cut_off date,
  locked_at timestamptz,
  reason text not null default '',
  primary key (office_id, month)
);
comment on table month_rule is 'What differs for one office in one month: another due date, or closed by hand.';

create table extension (
  id int generated always as identity primary key,
  unit_id int not null references unit,
  month month not null,
  until timestamptz not null,
  reason text not null check (reason <> ''),
  granted_by int not null,
  granted_at timestamptz not null
);
comment on table extension is 'More time for one unit and month; the latest row counts.';
create index extension_unit on extension (unit_id, month)`

const people = `
create table person (
  id int generated always as identity primary key,
  email text not null check (email = lower(email)),
  name text not null check (name <> ''),
  position text not null default '',
  phone text not null default '',
  password_hash text,
  active boolean not null default true,
  created_at timestamptz not null,
  last_sign_in_at timestamptz
);
create unique index person_email on person (email);
alter table extension add foreign key (granted_by) references person;

create table role (
  id int generated always as identity primary key,
  person_id int not null references person,
  unit_id int not null references unit,
  role text not null check (role in ('reporter', 'leader', 'officer', 'office_leader', 'admin')),
  since timestamptz not null,
  ended_at timestamptz
);
create unique index role_active on role (person_id, unit_id, role) where ended_at is null;
create index role_unit on role (unit_id) where ended_at is null;

create table invitation (
  id int generated always as identity primary key,
  person_id int not null references person,
  code_hash bytea not null unique,
  created_by int references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz
);

create table sign_in_link (
  id int generated always as identity primary key,
  token_hash bytea not null unique,
  person_id int not null references person,
  target text not null default '/',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table session (
  sid text primary key,
  sess json not null,
  expire timestamptz not null
);
create index session_expire on session (expire);

create table rate_limit (
  key text primary key,
  points int not null default 0,
  expire bigint
)`

const audit = `
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id int references person,
  actor_name text not null,
  act text not null,
  unit_id int references unit,
  month month,
  detail jsonb not null default '{}'
);
comment on table audit is 'Who did what, written in the act''s own transaction; never altered.';
create index audit_unit on audit (unit_id, id);
create index audit_actor on audit (actor_id, id);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never altered', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_append_only before update or delete on audit for each row execute function refuse_change()`

const reports = `
create table form_edition (
  id int generated always as identity primary key,
  code text not null unique,
  effective_from month not null unique,
  definition jsonb not null,
  published_at timestamptz not null
);

create table report (
  id int generated always as identity primary key,
  unit_id int not null references unit,
  month month not null,
  edition_id int not null references form_edition,
  state text not null check (state in ('draft', 'awaiting', 'submitted', 'returned', 'accepted')),
  draft jsonb,
  draft_revision int not null default 0,
  draft_saved_by int references person,
  draft_saved_at timestamptz,
  current_version int,
  first_submitted_at timestamptz,
  on_time boolean,
  decided_by int references person,
  decided_at timestamptz,
  return_reason text,
  unique (unit_id, month),
  check ((first_submitted_at is null) = (on_time is null)),
  check ((first_submitted_at is null) = (current_version is null)),
  check (state not in ('submitted', 'returned', 'accepted') or current_version is not null)
);
comment on table report is 'One per unit and month; no row means missing. The draft is what is being typed now.';
create index report_month on report (month);

create table report_version (
  id int generated always as identity primary key,
  report_id int not null references report,
  number int not null check (number > 0),
  receipt text not null unique,
  figures jsonb not null,
  texts jsonb not null default '{}',
  explanations jsonb not null default '{}',
  warnings jsonb not null default '[]',
  nil boolean not null default false,
  reason text not null default '',
  request_key uuid not null,
  submitted_by int not null references person,
  submitted_by_name text not null,
  submitted_at timestamptz not null,
  unique (report_id, number),
  unique (report_id, request_key)
);
comment on table report_version is 'Every submission, never altered; request_key makes a second press the same submission.';
create trigger report_version_append_only before update or delete on report_version
  for each row execute function refuse_change()`

const reminders = `
create table reminder_plan (
  id int generated always as identity primary key,
  office_id int not null references unit,
  steps jsonb not null,
  created_by int references person,
  created_at timestamptz not null
);
comment on table reminder_plan is 'The office''s plan; the latest row counts, older ones are its editions.';
create index reminder_plan_office on reminder_plan (office_id, id);

create table reminder (
  id int generated always as identity primary key,
  unit_id int not null references unit,
  month month not null,
  kind text not null,
  recipient text not null,
  channel text not null default 'email',
  status text not null check (status in ('claimed', 'sent', 'failed', 'refused', 'skipped')),
  because text not null,
  planned_at timestamptz not null,
  decided_at timestamptz not null,
  claimed_until timestamptz,
  attempts int not null default 0,
  next_try_at timestamptz,
  message_id text,
  subject text,
  extra jsonb not null default '{}',
  sent_at timestamptz,
  last_error text,
  unique (unit_id, month, kind, recipient, channel)
);
comment on table reminder is 'The ledger: one row per letter owed, claimed first, sent outside any transaction, then recorded.';
create index reminder_due on reminder (next_try_at) where status in ('claimed', 'failed');
create index reminder_unit_month on reminder (month, unit_id);

create table tick (
  id bigint generated always as identity primary key,
  job text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  sent int not null default 0,
  skipped int not null default 0,
  failed int not null default 0,
  error text
);

create table mail_preview (
  id int generated always as identity primary key,
  at timestamptz not null,
  recipient text not null,
  subject text not null,
  message_id text not null,
  raw bytea not null
);
comment on table mail_preview is 'The trial''s inbox: what would have left by SMTP.'`

const snapshots = `
create table snapshot_file (
  sha256 text primary key,
  bytes bytea not null
);

create table snapshot (
  id int generated always as identity primary key,
  office_id int not null references unit,
  period text not null,
  number int not null,
  made_by int references person,
  made_by_name text not null,
  made_at timestamptz not null,
  file_name text not null,
  table_hash text not null,
  content jsonb not null,
  sha256 text not null references snapshot_file,
  unique (office_id, period, number)
);
comment on table snapshot is 'Each consolidated file that left the portal: its table and its bytes.';

create table trial (
  one boolean primary key default true check (one),
  day date not null
);
comment on table trial is 'Trial mode only: the day the made-up world was made for.'`

const statements = [months, units, calendar, people, audit, reports, reminders, snapshots]
