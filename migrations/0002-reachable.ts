import { type Kysely, sql } from 'kysely'

/**
 * Reminders that nobody has to watch: letters whose link opens one month, addresses that bounced, calls made, further
 * channels, months in which an office pauses its plan.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const letters = `
alter table reminder add column opened_at timestamptz;
comment on column reminder.opened_at is 'When the letter''s link was pressed; it is good once.';
alter table reminder drop constraint reminder_status_check;
alter table reminder add constraint reminder_status_check
  check (status in ('claimed', 'sent', 'failed', 'refused', 'bounced', 'skipped'));
create index reminder_message on reminder (message_id) where message_id is not null`

const reports = `
create table delivery_report (
  id int generated always as identity primary key,
  at timestamptz not null,
  source text not null check (source in ('imap', 'webhook', 'smtp')),
  message_id text not null default '',
  recipient text not null,
  action text not null check (action in ('failed', 'delayed', 'delivered')),
  code text not null default '',
  diagnostic text not null default '',
  reminder_id int references reminder,
  unique (message_id, recipient, action)
);
comment on table delivery_report is 'What mail servers said after they had taken a letter; each report counts once.';

create table bounce (
  person_id int primary key references person,
  email text not null,
  at timestamptz not null,
  code text not null default '',
  diagnostic text not null default ''
);
comment on table bounce is 'Addresses known not to take letters. It counts while email is still the person''s own, and is lifted by hand.'`

const calls = `
create table call (
  id int generated always as identity primary key,
  unit_id int not null references unit,
  month month not null,
  at timestamptz not null,
  by int not null references person,
  by_name text not null,
  phone text not null default '',
  outcome text not null check (outcome in ('promised', 'no-answer', 'wrong-number', 'handed-on', 'other')),
  note text not null default ''
);
comment on table call is 'Telephone calls to communes, and what was said.';
create index call_unit_month on call (unit_id, month)`

const channels = `
create table push_subscription (
  id int generated always as identity primary key,
  person_id int not null references person,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  created_at timestamptz not null,
  gone_at timestamptz
);
create index push_subscription_person on push_subscription (person_id);
comment on table push_subscription is 'Browsers that asked to be told; gone_at once the push service no longer knows them.';

create table webhook (
  office_id int primary key references unit,
  url text not null,
  secret text not null,
  active boolean not null default true,
  changed_at timestamptz not null
);
comment on table webhook is 'Where an office has its reminders sent as signed JSON, for a Zalo OA or an SMS gateway.'`

const plans = `
create table reminder_pause (
  office_id int not null references unit,
  month month not null,
  reason text not null,
  by int references person,
  at timestamptz not null,
  primary key (office_id, month)
);
comment on table reminder_pause is 'Months in which an office sends nothing of its plan; what is asked for by hand still leaves.';
alter table reminder_plan add column undoes int references reminder_plan`

const watch = `
alter table tick add column decided int not null default 0;
alter table tick add column detail jsonb not null default '{}';
create index tick_job on tick (job, started_at desc);
create table calendar_feed (
  person_id int primary key references person,
  token_hash bytea not null unique,
  created_at timestamptz not null
);
comment on table calendar_feed is 'The secret address of a person''s due dates; a new one ends the old.'`

const statements = [letters, reports, calls, channels, plans, watch]
