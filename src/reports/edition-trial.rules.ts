import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Tried, TriedCheck, TriedUnit } from './try-edition.rules.ts'

/** The reports named under a check; more help nobody, the number stands above. */
const NAMED = 50

/** What a trial found, as the page shows it: checks that say something new first. */
export function shownTrial(
  { reports, checks, newBoxes }: Tried,
  { month, lang }: { month: Month; lang: Lang },
) {
  const told = checks.filter(it => it.is !== 'kept' || it.fails.length + it.passes.length > 0)
  return {
    none: reports === 0,
    text: say(lang, reports === 0 ? 'edition.try.none' : 'edition.try.text', {
      reports: formatNumber(reports),
      month: formatMonth(month),
    }),
    quiet: told.length === 0 && reports > 0 ? say(lang, 'edition.try.quiet') : null,
    newBoxes: newBoxes.map(it =>
      say(lang, 'edition.try.newBox', { label: it.label, reports: formatNumber(it.reports) }),
    ),
    checks: told
      .toSorted((a, b) => b.fails.length - a.fails.length)
      .map(it => shownCheck(it, { month, lang })),
  }
}

function shownCheck(check: TriedCheck, { month, lang }: { month: Month; lang: Lang }) {
  const { code, severity, is, message, fails, passes, failing } = check
  const unit = ({ unit: { id, name }, message: said }: TriedUnit) => ({
    name,
    href: `/reports/${id}/${month}`,
    message: said === message ? null : said,
  })
  const counts = {
    fails: formatNumber(fails.length),
    passes: formatNumber(passes.length),
    failing: formatNumber(failing),
  }
  return {
    code,
    what: say(lang, `edition.try.${is}`),
    severity: say(lang, `edition.severity.${severity}`),
    message,
    counts: say(lang, is === 'gone' ? 'edition.try.goneCounts' : 'edition.try.counts', counts),
    fails: fails.slice(0, NAMED).map(unit),
    more:
      fails.length > NAMED
        ? say(lang, 'edition.try.more', { count: formatNumber(fails.length - NAMED) })
        : null,
    passes: passes.slice(0, NAMED).map(unit),
  }
}
