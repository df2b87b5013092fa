import { cast } from '../people/cast.rules.ts'
import { say } from '../words/all.ts'
import type { TrialCommune } from './world.rules.ts'

type Commune = TrialCommune & { fullName: string }

/** The commune's mailbox and its account: a function, not a person, since nobody is invented beyond the cast. */
export type CommuneAccount = { unitId: number; email: string; name: string; position: string; left: boolean }

/**
 * One account for every commune without a cast member. Two communes of today have nobody: the last
 * holder left, so that the board has somebody to find before the 25th.
 */
export function accountsOf(communes: readonly Commune[]): CommuneAccount[] {
  const played = new Set(cast.filter(it => !it.office).map(it => it.unit))
  const today = communes.filter(it => it.until === null && !played.has(it.code))
  const without = new Set([today[11]?.id, today[47]?.id])
  return communes
    .filter(it => it.until !== null || !played.has(it.code))
    .map(commune => ({
      unitId: commune.id,
      email: `xa-${commune.code}${commune.until ? '-2023' : ''}@trial.example`,
      name: say('vi', 'trial.account', { unit: commune.fullName }),
      position: say('vi', 'trial.position'),
      left: commune.until !== null || without.has(commune.id),
    }))
}
