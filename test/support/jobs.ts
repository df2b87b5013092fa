import cron from 'node-cron'
import { type Jobs, startJobs } from '../../src/jobs.ts'
import type { Deps } from '../../src/web/deps.ts'

/** Jobs under a real node-cron, whose tasks are told to run instead of waited for. */
export type Started = Jobs & {
  names: string[]
  /** Runs a line of the timetable now, to its end. */
  run: (job: string) => Promise<void>
}

export function startedJobs(deps: Deps): Started {
  const before = new Set(cron.getTasks().keys())
  const jobs = startJobs(deps)
  const tasks = [...cron.getTasks().entries()].filter(([id]) => !before.has(id)).map(([, task]) => task)
  return {
    ...jobs,
    names: tasks.map(({ name }) => name ?? ''),
    run: async job => {
      const task = tasks.find(({ name }) => name === job)
      if (!task) throw new Error(`There is no job "${job}".`)
      await task.execute()
    },
  }
}
