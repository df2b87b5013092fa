import { asMonth, type Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { fold } from '../words/vietnamese.ts'
import type { OfficeSettings } from './office.rules.ts'
import type { UnitName, UnitRow } from './unit-file.rules.ts'

/** Since that month Vietnam has no districts (Luật Tổ chức chính quyền địa phương 72/2025/QH15). */
export const DISTRICTS_ENDED: Month = asMonth('2025-07')

/** The first month of the units with districts: the decree on the reports this portal takes is of 10/2023. */
export const DISTRICTS_KNOWN_FROM: Month = asMonth('2023-10')

/** The code of the office on top. */
export const MINISTRY = 'BGDDT'

export type Founded = UnitName & { settings: Partial<OfficeSettings> }

/** The office on top of all: receives no report itself and sees the sum of the provinces. */
export function foundMinistry(): Founded {
  const [type, name] = [say('vi', 'units.found.ministry.type'), say('vi', 'units.found.ministry.name')]
  const fullName = `${type} ${name}`
  const settings = {
    agencyName: fullName.toLocaleUpperCase('vi'),
    place: say('vi', 'units.found.ministry.place'),
    signerTitle: say('vi', 'units.found.ministry.signer'),
  }
  return { type, name, fullName, search: fold(fullName), settings }
}

/**
 * The education office of a province (Sở) or a former district (Phòng), with the head of its official papers: the
 * People's Committee above it, itself, and the place (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
export function foundOffice(row: Pick<UnitRow, 'level'> & UnitName): Founded {
  const rank = row.level === 'district' ? 'district' : 'province'
  const type = say('vi', `units.found.${rank}.type`)
  const place = row.type.toLocaleLowerCase('vi') + row.fullName.slice(row.type.length)
  const fullName = say('vi', `units.found.${rank}.fullName`, { place })
  const settings = {
    superiorName: say('vi', 'units.found.superior', { place: row.fullName.toLocaleUpperCase('vi') }),
    agencyName: say('vi', `units.found.${rank}.agency`),
    place: placeOnPaper(row),
    signerTitle: say('vi', `units.found.${rank}.signer`),
  }
  return {
    type,
    name: row.name,
    fullName,
    search: `${fold(fullName)} ${fold(`${type} ${row.name}`)}`,
    settings,
  }
}

/** Places that bear a person's name are written in full on official papers (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const NAMED_AFTER_A_PERSON: readonly string[] = ['Hồ Chí Minh']

const placeOnPaper = ({ name, fullName }: UnitName): string =>
  NAMED_AFTER_A_PERSON.includes(name) ? fullName : name
