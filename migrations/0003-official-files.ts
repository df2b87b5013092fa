import { type Kysely, sql } from 'kysely'

/**
 * Official files, both ways: targets beside the figures, texts of papers, signed scans, which copy was signed and sent,
 * uploads waiting for a press, and how an office's own tables match the form.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const targets = `
create table target (
  unit_id int not null references unit,
  school_year text not null check (school_year ~ '^20[0-9]{2}-20[0-9]{2}$'),
  measure text not null,
  percent numeric(5,2) not null check (percent between 0 and 100),
  source text not null default '',
  set_by int references person,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (unit_id, school_year, measure)
);
comment on table target is 'What a share is to reach in a school year; an office''s holds for every unit below it that has none of its own.'`

const papers = `
create table paper_text (
  id int generated always as identity primary key,
  office_id int not null references unit,
  kind text not null,
  text text not null,
  by int references person,
  by_name text not null,
  at timestamptz not null
);
comment on table paper_text is 'An office''s own wording of an official paper; the latest row counts.';
create index paper_text_office on paper_text (office_id, kind, id)`

const snapshots = `
alter table snapshot add column automatic boolean not null default false;
comment on column snapshot.automatic is 'Made by the portal itself at the deadline.';
alter table snapshot add column format text not null default 'xlsx' check (format in ('xlsx', 'docx'));
comment on column snapshot.format is 'A consolidated book, or the report in words that goes with it; they share their numbers.';
create unique index snapshot_automatic on snapshot (office_id, period) where automatic`

const scans = `
create table scan_file (
  sha256 text primary key,
  type text not null check (type in ('pdf', 'jpeg', 'png')),
  bytes bytea not null
);
create table scan (
  id int generated always as identity primary key,
  report_id int references report,
  snapshot_id int references snapshot,
  file_name text not null,
  type text not null check (type in ('pdf', 'jpeg', 'png')),
  size int not null,
  sha256 text not null,
  added_by int not null references person,
  added_by_name text not null,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  check (num_nonnulls(report_id, snapshot_id) = 1),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table scan is 'A signed paper on file. The bytes of one withdrawn are deleted; that it was there stays.';
create index scan_report on scan (report_id) where report_id is not null;
create index scan_snapshot on scan (snapshot_id) where snapshot_id is not null;
create table dispatch (
  id int generated always as identity primary key,
  snapshot_id int not null references snapshot,
  office_id int not null references unit,
  period text not null,
  document_number text not null check (document_number <> ''),
  document_date date not null,
  by int not null references person,
  by_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table dispatch is 'Which copy of a period was signed and sent; one at a time, and taking it back needs a reason.';
create unique index dispatch_one on dispatch (office_id, period) where withdrawn_at is null;
create index dispatch_snapshot on dispatch (snapshot_id)`

const uploads = `
create table upload (
  id uuid primary key,
  person_id int not null references person,
  unit_id int not null references unit,
  month month not null,
  kind text not null check (kind in ('template', 'table')),
  file_name text not null,
  content jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  applied_at timestamptz
);
comment on table upload is 'What was read out of a file, waiting for a press; the file itself is not kept.';
create index upload_expires on upload (expires_at);
create table column_match (
  unit_id int not null references unit,
  fingerprint text not null,
  match jsonb not null,
  by int not null references person,
  at timestamptz not null,
  primary key (unit_id, fingerprint)
);
comment on table column_match is 'Which columns of a unit''s own table are which indicators, found again by the heads'' fingerprint.';
alter table report_version add column source text not null default 'form' check (source in ('form', 'excel', 'office'));
comment on column report_version.source is 'Typed, taken from the commune''s Excel, or from an Excel by the office for the commune.'`

const statements = [targets, papers, snapshots, scans, uploads]
