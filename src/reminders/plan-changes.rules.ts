import { type Key, say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { sayKind } from './ledger-page.rules.ts'
import { isDigest, kindOf, type Plan, type Step } from './plan.rules.ts'

/** What an edition changed of the one before, a sentence each, in the order of the month; none when nothing was. */
export function changesOf(before: Plan, after: Plan, lang: Lang): string[] {
  const { kept, moved, gone, come } = paired(before, after)
  return [
    ...[...kept, ...moved].flatMap(pair => changesOfStep(pair, lang)),
    ...gone.map(step => say(lang, 'reminders.plan.change.gone', { letter: letterOf(step, lang) })),
    ...come.map(step =>
      say(lang, 'reminders.plan.change.come', { letter: letterOf(step, lang), time: timeOf(step) }),
    ),
  ]
}

type Pair = { was: Step; is: Step }

/** A letter is the same by its kind; one that went while another of its type came was moved to another day. */
function paired(before: Plan, after: Plan) {
  const isIn = (plan: Plan, step: Step) => plan.find(it => kindOf(it) === kindOf(step))
  const kept = after.flatMap(is => {
    const was = isIn(before, is)
    return was ? [{ was, is }] : []
  })
  const gone = before.filter(it => !isIn(after, it))
  const come = after.filter(it => !isIn(before, it))
  const moved: Pair[] = []
  for (const was of [...gone]) {
    const is = come.find(({ type }) => type === was.type)
    if (!is) continue
    moved.push({ was, is })
    gone.splice(gone.indexOf(was), 1)
    come.splice(come.indexOf(is), 1)
  }
  return { kept, moved, gone, come }
}

function changesOfStep({ was, is }: Pair, lang: Lang): string[] {
  const letter = letterOf(is, lang)
  const tell = (key: string, params: Record<string, string> = {}) =>
    say(lang, `reminders.plan.change.${key}` as Key, { letter, ...params })
  const readers = listChange(namesOf(was, lang), namesOf(is, lang))
  const all: [boolean, () => string][] = [
    [kindOf(was) !== kindOf(is), () => tell('moved', { was: letterOf(was, lang) })],
    [was.on !== is.on, () => tell(is.on ? 'on' : 'off')],
    [timeOf(was) !== timeOf(is), () => tell('time', { was: timeOf(was), is: timeOf(is) })],
    [readers.more !== '', () => tell('more', { who: readers.more })],
    [readers.fewer !== '', () => tell('fewer', { who: readers.fewer })],
    [was.sentence !== is.sentence, () => sentenceChange(is, tell)],
  ]
  return all.filter(([changed]) => changed).map(([, sentence]) => sentence())
}

const sentenceChange = (
  { sentence }: Step,
  tell: (key: string, params?: Record<string, string>) => string,
): string => (sentence ? tell('sentence', { sentence }) : tell('noSentence'))

const letterOf = (step: Step, lang: Lang): string => sayKind(kindOf(step), lang)

const timeOf = ({ hour, minute }: Step): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** To whom a step is planned, as names: the roles, then the addresses. */
export function namesOf(step: Step, lang: Lang): string[] {
  const { reporter, leader, office, above, addresses } = step
  const digest = isDigest(step.type)
  const roles: [boolean, Key][] = [
    [digest, 'reminders.to.officers'],
    [reporter && !digest, 'reminders.to.reporters'],
    [leader && !digest, 'reminders.to.leaders'],
    [office && !digest, 'reminders.to.office'],
    [above, 'reminders.to.above'],
  ]
  return [...roles.filter(([ticked]) => ticked).map(([, key]) => say(lang, key)), ...addresses]
}

function listChange(was: string[], is: string[]): { more: string; fewer: string } {
  const less = (from: string[], those: string[]) => from.filter(it => !those.includes(it)).join(', ')
  return { more: less(is, was), fewer: less(was, is) }
}
