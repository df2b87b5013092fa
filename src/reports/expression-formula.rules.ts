import type { Expression } from './expression.rules.ts'
import { boxesFor, isByCohort, sumOf, type WrittenCheck, writtenOf } from './expression-judge.rules.ts'
import { type Figure, figuresIn } from './expression-value.rules.ts'
import type { FormulaHit, SheetDesk } from './formula.rules.ts'

/**
 * A written check as Excel reckons it, one formula for each place expression-judge looks at: && and || as IF within IF,
 * since AND and OR would reckon the other side too; differences rounded, since Excel reckons in doubles; a division
 * by 0 is no failure.
 */
export function writtenFormulas(check: WrittenCheck, desk: SheetDesk): FormulaHit[] {
  const { holds, x, y } = writtenOf(check)
  const figures = figuresIn(holds)
  const rows = new Map(desk.fields.map(it => [it.indicator.code, it.cohort !== null]))
  if (figures.some(it => !rows.has(it.code))) return []
  const years = desk.fields.map(it => it.cohort).filter(it => it !== null)
  const cohorts = isByCohort(holds, code => rows.get(code) ?? false) ? [...new Set(years)] : [null]
  return cohorts.flatMap(cohort => {
    const sheet = sheetOf(desk, cohort)
    const guard = guardOf(figures, sheet)
    if (guard === null) return []
    const when = `IF(${guard},IFERROR(NOT(${formula(holds, sheet)}),FALSE),FALSE)`
    const said = { ...(x && { x: saidOf(x, sheet) }), ...(y && { y: saidOf(y, sheet) }) }
    return [{ fields: boxesFor(figures, sheet.names), cohort, when, said }]
  })
}

/** Where the figures of one cohort, or of all, stand. */
type Sheet = { desk: SheetDesk; names: (figure: Figure) => string[]; cell: (name: string) => string }

const sheetOf = (desk: SheetDesk, cohort: number | null): Sheet => ({
  desk,
  names: ({ code, summed }) =>
    desk.fields
      .filter(it => it.indicator.code === code)
      .filter(it => summed || cohort === null || it.cohort === null || it.cohort === cohort)
      .map(it => it.name),
  cell: name => desk.cells.get(name) ?? '#REF!',
})

/** Excel takes 255 values in one COUNT. */
const MOST_COUNTED = 200

/** That every box holds a number; null when last month lacks one, so that nothing can ever be said. */
function guardOf(figures: readonly Figure[], { desk, names, cell }: Sheet): string | null {
  const isUnknown = (it: Figure) => it.previous && sumOf(desk.previous, names(it)) === null
  if (figures.some(isUnknown)) return null
  const cells = [...new Set(figures.filter(it => !it.previous).flatMap(names))].map(cell)
  const counts: string[] = []
  for (let from = 0; from < cells.length; from += MOST_COUNTED)
    counts.push(`COUNT(${cells.slice(from, from + MOST_COUNTED).join(',')})`)
  return counts.length === 0 ? 'TRUE' : `${counts.join('+')}=${cells.length}`
}

/** Doubles are off by far less, and no two shares of such figures are so near. */
const PLACES = 9

function formula(it: Expression, sheet: Sheet): string {
  const of = (part: Expression) => formula(part, sheet)
  switch (it.kind) {
    case 'number':
      return it.text
    case 'figure':
      return figureFormula(it, sheet)
    case 'minus':
      return `(-${of(it.of)})`
    case 'not':
      return `NOT(${of(it.of)})`
    case 'abs':
    case 'min':
    case 'max':
      return `${it.kind.toUpperCase()}(${it.of.map(of).join(',')})`
    case 'reckon':
      return `(${of(it.left)}${it.operator}${of(it.right)})`
    case 'compare':
      return `(ROUND(${of(it.left)}-${of(it.right)},${PLACES})${excel[it.operator]}0)`
    case 'link':
      return it.operator === '&&'
        ? `IF(${of(it.left)},${of(it.right)},FALSE)`
        : `IF(${of(it.left)},TRUE,${of(it.right)})`
  }
}

const excel = { '==': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const

function figureFormula(figure: Figure, { desk, names, cell }: Sheet): string {
  const boxes = names(figure)
  if (figure.previous) return `(${sumOf(desk.previous, boxes) ?? '""'})`
  return boxes.length === 1 ? cell(boxes[0] ?? '') : `SUM(${boxes.map(cell).join(',')})`
}

/** The figure as the portal writes it ('1.234,5'), whatever language the spreadsheet speaks; '' where it has none. */
function saidOf(it: Expression, sheet: Sheet): string {
  const guard = guardOf(figuresIn(it), sheet)
  if (guard === null || figuresIn(it).some(figure => sheet.names(figure).length === 0)) return '""'
  const figure = `ROUND(${formula(it, sheet)},2)`
  const size = `ABS(${figure})`
  const full = `TRUNC(${size})`
  const cents = `ROUND(MOD(${size},1)*100,0)`
  const written = `IF(${figure}<0,"-","")&IF(${full}<1000,${full},TRUNC(${full}/1000)&"."&TEXT(MOD(${full},1000),"000"))`
  const decimals = `IF(${cents}=0,"",IF(MOD(${cents},10)=0,","&${cents}/10,","&TEXT(${cents},"00")))`
  return `IF(${guard},IFERROR(${written}${hasShares(it) ? `&${decimals}` : ''},""),"")`
}

/** Whether it can come to a fraction. */
function hasShares(it: Expression): boolean {
  if (it.kind === 'number') return it.text.includes('.')
  if ('left' in it)
    return (it.kind === 'reckon' && it.operator === '/') || hasShares(it.left) || hasShares(it.right)
  if (!('of' in it)) return false
  return 'kind' in it.of ? hasShares(it.of) : it.of.some(hasShares)
}
