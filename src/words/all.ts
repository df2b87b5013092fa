import { answer } from './answer.words.ts'
import { audit } from './audit.words.ts'
import { auditSearch } from './audit-search.words.ts'
import { board } from './board.words.ts'
import { calendar } from './calendar.words.ts'
import { chart } from './chart.words.ts'
import { choice } from './choice.words.ts'
import { commune } from './commune.words.ts'
import { consolidation } from './consolidation.words.ts'
import { device } from './device.words.ts'
import { edition } from './edition.words.ts'
import { editionDesk } from './edition-desk.words.ts'
import { editionPublish } from './edition-publish.words.ts'
import { expression } from './expression.words.ts'
import { extension } from './extension.words.ts'
import { feed } from './feed.words.ts'
import { figure } from './figure.words.ts'
import { form } from './form.words.ts'
import { guide } from './guide.words.ts'
import { handover } from './handover.words.ts'
import { holidays } from './holidays.words.ts'
import { hook } from './hook.words.ts'
import { invitation } from './invitation.words.ts'
import { letterLink } from './letter-link.words.ts'
import { letters } from './letters.words.ts'
import { mail } from './mail.words.ts'
import { match } from './match.words.ts'
import { monthRule } from './month-rule.words.ts'
import { nav } from './nav.words.ts'
import { news } from './news.words.ts'
import { notice } from './notice.words.ts'
import { openData } from './open-data.words.ts'
import { outage } from './outage.words.ts'
import { paperFields } from './paper-fields.words.ts'
import { papers } from './papers.words.ts'
import { pause } from './pause.words.ts'
import { people } from './people.words.ts'
import { personAdmin } from './person-admin.words.ts'
import { plan } from './plan.words.ts'
import { planCalendar } from './plan-calendar.words.ts'
import { problem } from './problem.words.ts'
import { queue } from './queue.words.ts'
import { reachable } from './reachable.words.ts'
import { reform } from './reform.words.ts'
import { remark } from './remark.words.ts'
import { reminderPages } from './reminder-pages.words.ts'
import { reminders } from './reminders.words.ts'
import { reportForm } from './report-form.words.ts'
import { reports } from './reports.words.ts'
import { request } from './request.words.ts'
import { scan } from './scan.words.ts'
import { schoolCount } from './school-count.words.ts'
import { settings } from './settings.words.ts'
import { sheet } from './sheet.words.ts'
import { signIn } from './sign-in.words.ts'
import { snapshot } from './snapshot.words.ts'
import { targets } from './targets.words.ts'
import { template } from './template.words.ts'
import { trial } from './trial.words.ts'
import { unitChange } from './unit-change.words.ts'
import { unit } from './unit-history.words.ts'
import { unitPreview } from './unit-preview.words.ts'
import { unitTable } from './unit-table.words.ts'
import { units } from './units.words.ts'
import { unitsPage } from './units-page.words.ts'
import { universal } from './universal.words.ts'
import { upload } from './upload.words.ts'
import { uploadRefusal } from './upload-refusal.words.ts'
import { watch } from './watch.words.ts'
import { web } from './web.words.ts'
import type { Lang } from './words.ts'

/** Every sentence of the portal. A new `*.words.ts` is imported above and spread here. */
export const all = {
  ...auditSearch,
  ...figure,
  ...handover,
  ...edition,
  ...editionDesk,
  ...editionPublish,
  ...expression,
  ...chart,
  ...universal,
  ...schoolCount,
  ...remark,
  ...queue,
  ...request,
  ...answer,
  ...monthRule,
  ...outage,
  ...notice,
  ...reform,
  ...unitChange,
  ...unitPreview,
  ...audit,
  ...holidays,
  ...settings,
  ...snapshot,
  ...unitsPage,
  ...unitTable,
  ...personAdmin,
  ...invitation,
  ...board,
  ...extension,
  ...unit,
  ...units,
  ...calendar,
  ...commune,
  ...feed,
  ...form,
  ...guide,
  ...problem,
  ...sheet,
  ...signIn,
  ...openData,
  ...targets,
  ...template,
  ...trial,
  ...upload,
  ...watch,
  ...web,
  ...reports,
  ...reportForm,
  ...reachable,
  ...reminderPages,
  ...plan,
  ...paperFields,
  ...papers,
  ...pause,
  ...planCalendar,
  ...reminders,
  ...letters,
  ...news,
  ...letterLink,
  ...mail,
  ...nav,
  ...match,
  ...uploadRefusal,
  ...people,
  ...choice,
  ...consolidation,
  ...device,
  ...hook,
  ...scan,
}

export type Key = keyof typeof all

export const isKey = (text: string): text is Key => Object.hasOwn(all, text)

/**
 * The sentence of that key with its placeholders filled in. Params are shown as they are: format
 * numbers, days and months before (words/vietnamese). Unused params are ignored.
 * @throws Error on an unknown key, or when a placeholder has no param.
 */
export function say(lang: Lang, key: Key, params: Record<string, string | number> = {}): string {
  if (!Object.hasOwn(all, key)) throw new Error(`There are no words "${key}".`)
  return all[key][lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`The words "${key}" need {${name}}.`)
    return String(value)
  })
}
