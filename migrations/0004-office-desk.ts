import { type Kysely, sql } from 'kysely'

/**
 * The office's desk: units through time, rules by month, requests and outages, remarks, denominators, drafts of form
 * editions, cover and notes for successors, and the chain of the audit log.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const units = `
create table unit_change (
  id int generated always as identity primary key,
  kind text not null check (kind in ('merge', 'split', 'rename', 'move', 'close', 'found')),
  office_id int not null references unit,
  effective_month month not null,
  document text not null check (document <> ''),
  asked jsonb not null,
  effects jsonb not null,
  by int references person,
  by_name text not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by_name text,
  undone_reason text,
  check ((undone_at is null) = (undone_reason is null))
);
comment on table unit_change is 'What an office did to its units, with its legal document; effects is what undoing takes back.';
create index unit_change_office on unit_change (office_id, id);
create table unit_trait (
  unit_id int not null references unit,
  trait text not null check (trait in ('special-difficulty')),
  valid_from month not null,
  valid_until month check (valid_until > valid_from),
  document text not null default '',
  primary key (unit_id, trait, valid_from)
);
comment on table unit_trait is 'What the law says of a commune in some months, as being in special difficulty.'`

const rules = `
create table office_rule (
  office_id int not null references unit,
  valid_from month not null,
  settings jsonb not null,
  by int references person,
  by_name text not null,
  at timestamptz not null,
  primary key (office_id, valid_from)
);
comment on table office_rule is 'Settings that hold from a month on, so that a change does not touch the months before.';
create function office_settings(asked_office int, asked_month text) returns jsonb language sql stable as $$
  select coalesce((select settings from office where unit_id = asked_office), '{}') || coalesce((
    select settings from office_rule where office_id = asked_office and valid_from <= asked_month
    order by valid_from desc limit 1), '{}')
$$`

const deadlines = `
alter table extension add column opens_only boolean not null default false;
comment on column extension.opens_only is 'Lets a closed month be corrected; the due date stays.';
alter table extension add column withdrawn_at timestamptz, add column withdrawn_by_name text,
  add column withdrawn_reason text,
  add constraint extension_withdrawn check ((withdrawn_at is null) = (withdrawn_reason is null));
alter table month_rule add column reopened_until timestamptz;
comment on column month_rule.reopened_until is 'Open again for all until then, whatever locked it.';
create table extension_request (
  id int generated always as identity primary key,
  unit_id int not null references unit,
  month month not null,
  kind text not null check (kind in ('extension', 'unlock')),
  wished_until timestamptz not null,
  reason text not null check (reason <> ''),
  by int not null references person,
  by_name text not null,
  at timestamptz not null,
  answer text check (answer in ('granted', 'refused', 'withdrawn')),
  answer_reason text not null default '',
  answered_by_name text,
  answered_at timestamptz,
  extension_id int references extension,
  check ((answer is null) = (answered_at is null)),
  check ((extension_id is not null) = coalesce(answer = 'granted', false))
);
comment on table extension_request is 'What communes ask for: more time, or a closed month opened; one at a time.';
create unique index extension_request_open on extension_request (unit_id, month) where answer is null;
create index extension_request_month on extension_request (month, unit_id);
create table heartbeat (
  one boolean primary key default true check (one),
  at timestamptz not null
);
comment on table heartbeat is 'When the portal was last seen running, by any process.';
create table outage (
  id int generated always as identity primary key,
  from_at timestamptz not null,
  until_at timestamptz not null,
  counts boolean not null,
  reason text not null default '',
  by int references person,
  by_name text not null,
  at timestamptz not null,
  check (until_at > from_at)
);
comment on table outage is 'When the portal could not be used; where it counts, it is taken off what is late.'`

const remarks = `
create table remark (
  id int generated always as identity primary key,
  report_id int not null references report,
  version int,
  field text not null default '',
  kind text not null check (kind in ('return', 'question', 'answer', 'note')),
  side text not null check (side in ('office', 'commune')),
  text text not null check (text <> ''),
  by int not null references person,
  by_name text not null,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by_name text,
  check ((settled_at is null) = (settled_by_name is null))
);
comment on table remark is 'What office and commune say to each other about one report, where it matters at a box.';
create index remark_report on remark (report_id, id)`

const targets = `
create table school_count (
  unit_id int not null references unit,
  cohort int not null check (cohort between 2000 and 2100),
  graduates int not null check (graduates between 0 and 99999),
  source text not null default '',
  set_by int references person,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (unit_id, cohort)
);
comment on table school_count is 'Graduates per year as the schools report them: what communes'' own totals are set beside.'`

const editions = `
alter table form_edition add column published_by_name text not null default '';
alter table form_edition add column note text not null default '';
create trigger form_edition_unaltered before update on form_edition for each row execute function refuse_change();
create table edition_draft (
  id int generated always as identity primary key,
  office_id int not null references unit,
  based_on int not null references form_edition,
  definition jsonb not null,
  revision int not null default 1,
  by int references person,
  by_name text not null,
  at timestamptz not null,
  published_id int references form_edition,
  discarded_at timestamptz
);
comment on table edition_draft is 'A form edition being written; once published it is read no more.';
create unique index edition_draft_open on edition_draft (office_id) where published_id is null and discarded_at is null`

const people = `
alter table role add column until timestamptz;
alter table role add column covers int references person;
alter table role add constraint role_until check (until > since);
comment on column role.until is 'When it ends by itself, as leave cover does.';
create table handover_note (
  id int generated always as identity primary key,
  unit_id int not null references unit,
  text text not null check (text <> ''),
  by int not null references person,
  by_name text not null,
  at timestamptz not null
);
comment on table handover_note is 'What whoever comes next should know; the latest row counts.';
create index handover_note_unit on handover_note (unit_id, id)`

/**
 * The chain is written when a transaction commits, as its last step: links are in one row, and a writer waits for another
 * only while that one commits.
 */
const chain = `
create table audit_chain (
  seq bigint primary key,
  audit_id bigint not null unique references audit,
  hash bytea not null
);
comment on table audit_chain is 'Each line of the audit log sealed with the one before: SHA-256 of its hash and the line.';
create function audit_line_text(line audit) returns text language sql stable as $$
  select jsonb_build_array(line.id, to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), line.actor_id,
    line.actor_name, line.act, line.unit_id, line.month, line.detail)::text
$$;
create function chain_audit(line audit) returns void language plpgsql as $$
declare last audit_chain;
begin
  select * into last from audit_chain order by seq desc limit 1;
  insert into audit_chain (seq, audit_id, hash) values (coalesce(last.seq, 0) + 1, line.id,
    sha256(coalesce(last.hash, '') || convert_to(audit_line_text(line), 'UTF8')));
end $$;
do $$ declare line audit; begin
  for line in select * from audit order by id loop perform chain_audit(line); end loop;
end $$;
create function audit_chained() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(25000004);
  perform chain_audit(new);
  return null;
end $$;
create constraint trigger audit_chained after insert on audit
  deferrable initially deferred for each row execute function audit_chained();
create trigger audit_chain_append_only before update or delete on audit_chain for each row execute function refuse_change();
create trigger audit_chain_kept before truncate on audit_chain for each statement execute function refuse_change();
create trigger audit_kept before truncate on audit for each statement execute function refuse_change();
create index audit_month on audit (month, id) where month is not null`

const statements = [units, rules, deadlines, remarks, targets, editions, people, chain]
