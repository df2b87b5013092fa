import { say } from '../words/all.ts'
import { formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { compareEditions, type EditionChanges } from './compare-edition.rules.ts'
import { indicatorsIn } from './edition.rules.ts'
import { type EditionDraft, type EditionLine, indicatorsOf } from './edition-draft.rules.ts'
import { explainCheck } from './expression-text.rules.ts'
import type { Check, Edition, Indicator, Section } from './form.rules.ts'
import { draftRefusals } from './publish-edition.rules.ts'

/** An edition in the list of them. */
export function editionLine(
  line: EditionLine,
  edition: Edition | null,
  { lang, latest }: { lang: Lang; latest: boolean },
) {
  const from = formatMonth(line.effectiveFrom)
  return {
    title: edition?.title[lang] ?? line.code,
    code: line.code,
    from: say(lang, latest ? 'edition.fromNow' : 'edition.from', { month: from }),
    counts: say(lang, 'edition.counts', {
      indicators: formatNumber(edition ? indicatorsOf(edition).length : 0),
      checks: formatNumber(edition?.checks.length ?? 0),
      reports: formatNumber(line.reports),
    }),
    published: line.by
      ? say(lang, 'edition.publishedBy', { by: line.by, at: formatTime(line.publishedAt) })
      : say(lang, 'edition.shipped', { at: formatTime(line.publishedAt) }),
    note: line.note || null,
  }
}

type Page = {
  draft: EditionDraft
  published: readonly Edition[]
  path: string
  /** The place on the page that a press came back to: 'section-flows', 'checks'. */
  open: string
  lang: Lang
}

/** The draft as its overview shows it: the form, its checks, what differs from the latest edition, what is in the way. */
export function draftPage({ draft, published, path, lang, open }: Page) {
  const { edition } = draft
  const { checks } = edition
  const before = published.at(-1) ?? edition
  const changes = compareEditions(before, edition, lang)
  const marks = marksOf(changes)
  const { added, renamed, reordered } = changes.sections
  const changed = new Set([...added, ...renamed, ...reordered].map(it => it.code))
  return {
    lead: say(lang, 'edition.draftLead', {
      from: formatMonth(before.effectiveFrom),
      by: draft.by,
      at: formatTime(draft.at),
    }),
    problems: draftRefusals({ edition, published }, lang),
    changes: changeLines(changes, lang),
    sections: edition.sections
      .map((section, at) => sectionView(section, { at, edition, marks, path, lang }))
      .map(it => ({
        ...it,
        open: it.open || changed.has(it.code) || open === `section-${it.code}`,
      })),
    words: {
      definitions: edition.definitions.map(it => it[lang]),
      texts: edition.texts.map(it => it.label[lang]),
      open: changes.other.some(it => it === 'definitions' || it === 'texts') || open === 'words',
      href: `${path}/words`,
    },
    shippedOpen: open === 'shipped',
    shippedCount: say(lang, 'edition.checkCount', {
      count: checks.filter(it => it.kind !== 'expression').length,
    }),
    retired: changes.retired.map(it => ({
      label: it.label[lang],
      code: it.code,
      action: `${path}/indicators/${it.code}/restore`,
    })),
    written: checks.filter(it => it.kind === 'expression').map(it => checkView(it, { edition, path, lang })),
    shipped: checks.filter(it => it.kind !== 'expression').map(it => checkView(it, { edition, path, lang })),
  }
}

type Marks = ReadonlyMap<string, 'added' | 'renamed' | 'altered' | 'moved'>

function marksOf({ added, renamed, altered, moved, reordered }: EditionChanges): Marks {
  return new Map([
    ...[...reordered.map(it => it.code), ...moved.map(it => it.indicator.code)].map(
      it => [it, 'moved'] as const,
    ),
    ...altered.map(it => [it.indicator.code, 'altered'] as const),
    ...renamed.map(it => [it.code, 'renamed'] as const),
    ...added.map(it => [it.code, 'added'] as const),
  ])
}

type Place = { at: number; edition: Edition; marks: Marks; path: string; lang: Lang }

function sectionView(section: Section, { at, edition, marks, path, lang }: Place) {
  const { code, title, indicators } = section
  const last = edition.sections.length - 1
  return {
    code,
    title: title[lang],
    titleEn: title.en === title.vi ? '' : title.en,
    optional: section.switch !== undefined,
    open: indicators.some(it => marks.has(it.code)),
    count: say(lang, 'edition.sectionCount', { count: indicators.length }),
    moveAction: `${path}/sections/${code}/move`,
    renameAction: `${path}/sections/${code}/rename`,
    ways: waysAt(at, last, lang, title[lang]).map(({ way }) => {
      const label = say(lang, `edition.sectionWay.${way}`)
      return { way, label, about: `${label}: ${title[lang]}` }
    }),
    indicators: indicators.map((it, place) => indicatorView(it, { place, section, marks, path, lang })),
    addHref: `${path}/indicators/new?section=${code}`,
  }
}

function indicatorView(
  indicator: Indicator,
  { place, section, marks, path, lang }: Omit<Place, 'at' | 'edition'> & { place: number; section: Section },
) {
  const { code, label } = indicator
  const mark = marks.get(code)
  return {
    code,
    label: label[lang],
    mark: mark ? say(lang, `edition.mark.${mark}`) : null,
    facts: factsOf(indicator, lang),
    href: `${path}/indicators/${code}`,
    action: `${path}/indicators/${code}`,
    ways: waysAt(place, section.indicators.length - 1, lang, label[lang]),
    about: say(lang, 'edition.aboutIndicator', { label: label[lang] }),
  }
}

const waysAt = (at: number, last: number, lang: Lang, label: string) =>
  (['up', 'down'] as const)
    .filter(way => (way === 'up' ? at > 0 : at < last))
    .map(way => ({
      way,
      label: say(lang, `edition.way.${way}`),
      about: say(lang, `edition.wayAbout.${way}`, { label }),
    }))

function factsOf({ scope, type, required, partOf, ...it }: Indicator, lang: Lang): string {
  return [
    say(lang, scope === 'cohort' ? 'edition.fact.cohort' : 'edition.fact.all'),
    ...(type === 'signed' ? [say(lang, 'edition.fact.signed')] : []),
    ...(required ? [] : [say(lang, 'edition.fact.optional')]),
    ...(partOf ? [say(lang, 'edition.fact.partOf', { code: partOf })] : []),
    ...(it.carries ? [] : [say(lang, 'edition.fact.movement')]),
    ...(it.switch ? [say(lang, 'edition.fact.switch')] : []),
    ...(it.sensitive ? [say(lang, 'edition.fact.sensitive')] : []),
  ].join('; ')
}

function checkView(check: Check, { edition, path, lang }: { edition: Edition; path: string; lang: Lang }) {
  const { code, severity, message } = check
  return {
    code,
    severity: say(lang, `edition.severity.${severity}`),
    message: message[lang],
    rule: check.kind === 'expression' ? ruleText(check, edition, lang) : kindText(check, edition, lang),
    href: `${path}/checks/${code}`,
    removeAction: `${path}/checks/${code}/remove`,
    about: say(lang, 'edition.aboutCheck', { code }),
  }
}

/** One of the form's own kinds: what it compares, by the names of the indicators. */
function kindText(check: Exclude<Check, { kind: 'expression' }>, edition: Edition, lang: Lang): string {
  const labels = new Map(indicatorsOf(edition).map(it => [it.code, (it.short ?? it.label)[lang]]))
  const list = indicatorsIn(check).map(it => labels.get(it) ?? it)
  return say(lang, `edition.kind.${check.kind}`, { list: list.join(', ') })
}

/** In words where it can be read; a rule whose indicator is gone is shown as it was written. */
function ruleText(check: Extract<Check, { kind: 'expression' }>, edition: Edition, lang: Lang): string {
  try {
    return explainCheck(check, { indicators: indicatorsOf(edition), lang })
  } catch {
    return check.holds
  }
}

/** What the draft changes in the latest edition, a line each. */
export function changeLines(changes: EditionChanges, lang: Lang): string[] {
  const named = (list: readonly Indicator[]) => list.map(it => it.label[lang]).join('; ')
  const { added, retired, renamed, altered, moved, reordered, sections, checks } = changes
  const line = (key: 'added' | 'retired' | 'altered' | 'moved' | 'reordered', list: readonly Indicator[]) =>
    list.length > 0 ? [say(lang, `edition.changed.${key}`, { list: named(list) })] : []
  const codes = (list: readonly Check[]) => list.map(it => it.code).join(', ')
  return [
    ...line('added', added),
    ...line('retired', retired),
    ...renamed.map(({ before, after }) => say(lang, 'edition.changed.renamed', { before, after })),
    ...line(
      'altered',
      altered.map(it => it.indicator),
    ),
    ...line(
      'moved',
      moved.map(it => it.indicator),
    ),
    ...line('reordered', reordered),
    ...sections.renamed.map(({ before, after }) => say(lang, 'edition.changed.renamed', { before, after })),
    ...(sections.reordered.length > 0 ? [say(lang, 'edition.changed.sections')] : []),
    ...changes.other
      .filter(it => it === 'definitions' || it === 'texts')
      .map(it => say(lang, `edition.changed.${it}`)),
    ...(checks.added.length > 0
      ? [say(lang, 'edition.changed.checksAdded', { list: codes(checks.added) })]
      : []),
    ...(checks.retired.length > 0
      ? [say(lang, 'edition.changed.checksRetired', { list: codes(checks.retired) })]
      : []),
    ...(checks.changed.length > 0
      ? [say(lang, 'edition.changed.checksChanged', { list: codes(checks.changed.map(it => it.after)) })]
      : []),
  ]
}
