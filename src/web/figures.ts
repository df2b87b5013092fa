import type { Figure } from './metrics.ts'

const letterLabels = ['month', 'kind', 'channel'] as const
/** What Prometheus is told of reminders, the month and the runs: docs/watching.md says how to read it. */
export const figures = {
  up: { name: 'ngay25_database_up', help: 'Whether the database answered.', labels: [] },
  runs: { name: 'ngay25_job_runs_day', help: 'Runs of the last 24 hours.', labels: ['job', 'outcome'] },
  age: {
    name: 'ngay25_job_age_seconds',
    help: 'Since a run of the job last ended well; of the last 90 days.',
    labels: ['job'],
  },
  silence: {
    name: 'ngay25_reminders_silent_working_minutes',
    help: 'Working minutes without a good run of the reminders; 120 tell the administrators.',
    labels: [],
  },
  decisions: {
    name: 'ngay25_reminders_decided',
    help: 'Lines that the last run of the reminders looked at.',
    labels: ['decision'],
  },
  sent: {
    name: 'ngay25_letters_sent_total',
    help: 'Letters taken by a server, of this month and the last.',
    labels: letterLabels,
    counts: true,
  },
  skipped: {
    name: 'ngay25_letters_skipped_total',
    help: 'Letters decided against, of this month and the last.',
    labels: letterLabels,
    counts: true,
  },
  open: {
    name: 'ngay25_letters',
    help: 'Letters that have not arrived, of this month and the last: queued, failing (tried again), given_up, refused, bounced.',
    labels: [...letterLabels, 'state'],
  },
  reports: { name: 'ngay25_reports', help: 'Reports of the month in hand.', labels: ['month', 'state'] },
  unreachable: {
    name: 'ngay25_communes_unreachable',
    help: 'Communes of the month in hand nobody of which can be mailed.',
    labels: ['month'],
  },
  bounced: { name: 'ngay25_addresses_bounced', help: 'People whose address came back.', labels: [] },
} as const satisfies Record<string, Figure>
