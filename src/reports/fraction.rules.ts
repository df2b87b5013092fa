/** Exact numbers, so that 7 is 7 % of 100 here, on paper and in Excel: doubles say 7.000000000000001. */

/** `over` is above 0. */
export type Fraction = { parts: bigint; over: bigint }

export const whole = (figure: number): Fraction => ({ parts: BigInt(figure), over: 1n })

/** '0.25' as 25 over 100. @throws SyntaxError on what are no digits with at most one point. */
export function decimal(text: string): Fraction {
  const [before = '', after = ''] = text.split('.')
  return { parts: BigInt(`${before}${after}`), over: 10n ** BigInt(after.length) }
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  parts: a.parts * b.over + b.parts * a.over,
  over: a.over * b.over,
})
export const negative = ({ parts, over }: Fraction): Fraction => ({ parts: -parts, over })
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, negative(b))
export const times = (a: Fraction, b: Fraction): Fraction => ({
  parts: a.parts * b.parts,
  over: a.over * b.over,
})

/** Null where the divisor is 0. */
export function divided(a: Fraction, b: Fraction): Fraction | null {
  if (b.parts === 0n) return null
  const sign = b.parts < 0n ? -1n : 1n
  return { parts: a.parts * b.over * sign, over: a.over * b.parts * sign }
}

/** Below 0, 0 or above 0, as a is below, equal to or above b. */
export function compared(a: Fraction, b: Fraction): number {
  const { parts } = minus(a, b)
  return parts < 0n ? -1 : parts > 0n ? 1 : 0
}

/** The nearest number with two decimals, halves away from 0, which is how Excel rounds. */
export function nearest({ parts, over }: Fraction): number {
  const size = parts < 0n ? -parts : parts
  const hundredths = (size * 200n + over) / (over * 2n)
  return (parts < 0n ? -1 : 1) * (Number(hundredths) / 100)
}
