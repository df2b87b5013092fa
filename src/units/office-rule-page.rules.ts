import type { Month } from '../calendar/month.rules.ts'
import { dayAt } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatDay, formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { formSwitches, rolls } from './office-form.rules.ts'
import { inForce, type KeptRules, type OfficeRules } from './office-rule.rules.ts'

type Choice = { months: readonly Month[]; from: string; error: string | null }

/** From which month on the rules of the form hold. */
export const fromSelect = (lang: Lang, { months, from, error }: Choice) => ({
  label: say(lang, 'office-rule.fromMonth'),
  hint: say(lang, 'office-rule.fromHint', { month: formatMonth(months[0] ?? '') }),
  error,
  groups: [
    {
      label: null,
      options: months.map(it => ({ value: it, label: formatMonth(it), chosen: it === from })),
    },
  ],
})

/** 'Đang áp dụng (từ đầu): Hạn 17:00 ngày 25; …' */
export function rulesNow(kept: readonly KeptRules[], running: Month, lang: Lang): string {
  const now = inForce(kept, running)
  if (!now) return ''
  const from = now.from
    ? say(lang, 'office-rule.nowFrom', { month: formatMonth(now.from) })
    : say(lang, 'office-rule.nowStart')
  return say(lang, 'office-rule.now', { from, rules: sayRules(lang, now.rules) })
}

type Reader = {
  unitId: number
  running: Month
  /** The first month whose rules may still be changed. */
  first: Month
  lang: Lang
}

/** All rules of the office, the latest first: what is planned, what holds, what held. */
export function ruleRows(kept: readonly KeptRules[], { unitId, running, first, lang }: Reader) {
  const now = inForce(kept, running)
  return kept
    .map(it => {
      const planned = it.from !== null && it.from > running
      const open = it.from !== null && it.from >= first
      const state = it === now ? 'now' : planned ? 'planned' : 'before'
      const path = `/units/${unitId}/settings`
      return {
        from: it.from ? formatMonth(it.from) : say(lang, 'office-rule.fromStart'),
        state: say(lang, `office-rule.state.${state}`),
        isNow: it === now,
        text: sayRules(lang, it.rules),
        who: it.at ? say(lang, 'office-rule.who', { name: it.byName, day: formatDay(dayAt(it.at)) }) : '',
        edit: open ? { href: `${path}?from=${it.from}`, about: aboutOf(lang, 'edit', it.from) } : null,
        remove: open
          ? { action: `${path}/${it.from}/remove`, about: aboutOf(lang, 'remove', it.from) }
          : null,
      }
    })
    .reverse()
}

const aboutOf = (lang: Lang, what: 'edit' | 'remove', from: Month | null): string =>
  say(lang, `office-rule.${what}About`, { month: from ? formatMonth(from) : '' })

/** 'Hạn 17:00 ngày 25; chốt số liệu ngày 14; …' */
export function sayRules(lang: Lang, rules: OfficeRules): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const { dueDay, dueHour, dueMinute, cutOffDay, graceDays, lockDays, signOff, switches } = rules
  const roll = rolls.find(it => it === rules.roll) ?? 'next'
  return [
    say(lang, 'office-rule.due', { day: dueDay, time: `${two(dueHour)}:${two(dueMinute)}` }),
    say(lang, `office-rule.roll.${roll}`),
    say(lang, 'office-rule.cutOff', { day: cutOffDay }),
    say(lang, 'office-rule.grace', { days: graceDays }),
    lockDays > 0 ? say(lang, 'office-rule.lock', { days: lockDays }) : say(lang, 'office-rule.noLock'),
    signOff ? say(lang, 'office-rule.signOff') : '',
    switches.length > 0 ? say(lang, 'office-rule.switches', { names: namesOf(lang, switches) }) : '',
  ]
    .filter(Boolean)
    .join('; ')
}

const namesOf = (lang: Lang, switches: readonly string[]): string =>
  switches
    .map(code => {
      const known = formSwitches.find(it => it === code)
      return known ? say(lang, `units.settings.switch.${known}`) : code
    })
    .join(', ')
