import { change } from '../audit/change.ts'
import type { Trx } from '../db/database.ts'
import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import {
  holdsIn,
  lastTrait,
  readTraitForm,
  spanText,
  type Trait,
  type TraitAsked,
  type TraitError,
  type TraitForm,
  traitsAsked,
} from '../units/unit-trait.rules.ts'
import { addTraits, endTraits, loadTraits, removeTraits } from '../units/unit-trait.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import { communesOf } from './open-counts.ts'
import type { CountUnit } from './school-count.rules.ts'
import { lockTargets } from './target.store.ts'

/** Which communes are in special difficulty, from which month to which, and by which document. */
export function difficultyPages(routes: Routes<Unit>): void {
  routes.unit('get', '/targets/:unit/difficulty', maySeeOffice, async visit => {
    const form = { act: 'mark' as const, month: '', document: '', units: [] }
    showList(visit, await openList(visit), { form, errors: [] })
  })
  routes.unit('post', '/targets/:unit/difficulty', mayAdminister, save)
}

type List = { listed: CountUnit[]; traits: Trait[] }

async function openList({ deps, unit, month }: UnitVisit<Unit>): Promise<List> {
  const listed = await communesOf(deps.db, unit, month)
  return { listed, traits: await loadTraits(deps.db, idsOf(listed)) }
}

const idsOf = (units: readonly { id: number }[]): number[] => units.map(it => it.id)

async function save(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, now, person } = visit
  const form = readTraitForm(req.body ?? {})
  const { listed } = await openList(visit)
  const wrong = await change(deps.db, { actor: person, now }, async trx => {
    // Two people's presses follow each other, so that spans cannot come to overlap
    await lockTargets(trx, unit.id)
    const traits = await loadTraits(trx, idsOf(listed))
    const asked = traitsAsked(form, { listed, traits, lang })
    if ('errors' in asked) return { result: { traits, errors: asked.errors }, act: null }
    await write(trx, asked, traits)
    return { result: null, act: { act: acts[asked.act], unitId: unit.id, detail: detailOf(asked, listed) } }
  })
  if (wrong) return showList(visit, { listed, traits: wrong.traits }, { form, errors: wrong.errors })
  res.redirect(303, withFlash(`/targets/${unit.id}/difficulty`, 'difficultySaved'))
}

const acts = {
  mark: 'target.mark-difficulty',
  end: 'target.end-difficulty',
  undo: 'target.undo-difficulty',
} as const

async function write(
  trx: Trx,
  { act, month, document, units }: TraitAsked,
  traits: readonly Trait[],
): Promise<void> {
  const last = units.flatMap(id => lastTrait(traits.filter(it => it.unitId === id)) ?? [])
  if (act === 'undo') return removeTraits(trx, last)
  if (month === null) return
  if (act === 'end') return endTraits(trx, units, month)
  await addTraits(
    trx,
    units.map(unitId => ({ unitId, from: month, document })),
  )
}

function detailOf({ month, document, units }: TraitAsked, listed: readonly CountUnit[]) {
  const names = listed.filter(it => units.includes(it.id)).map(it => it.name)
  return { from: month ?? '', count: units.length, document, note: names.join(', ') }
}

type Shown = { form: TraitForm; errors: readonly TraitError[] }

function showList(visit: UnitVisit<Unit>, { listed, traits }: List, { form, errors }: Shown): void {
  const { req, res, lang, unit, person, month } = visit
  const rows = listed.map(({ id, name }) => {
    const own = traits.filter(it => it.unitId === id)
    return {
      id,
      name,
      ticked: form.units.includes(id),
      now: own.some(it => holdsIn(it, month)),
      spans: own.map(it => [spanText(it, lang), it.document].filter(Boolean).join(', ')),
    }
  })
  const wrong = (field: TraitError['field']) => errors.find(it => it.field === field)?.text ?? null
  const title = say(lang, 'difficulty.title')
  const now = rows.filter(it => it.now).length
  sendPage(
    req,
    res,
    'targets/difficulty',
    { title, status: errors.length > 0 ? 422 : 200 },
    {
      unit: unit.fullName,
      title,
      action: `/targets/${unit.id}/difficulty`,
      backHref: `/targets/${unit.id}`,
      count: say(lang, 'difficulty.count', { count: formatNumber(now), all: formatNumber(rows.length) }),
      form,
      monthError: wrong('month'),
      documentError: wrong('document'),
      rows,
      maySave: mayAdminister(person, unit),
      errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
    },
  )
}
