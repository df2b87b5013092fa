import type { OfficeSettings } from '../units/office.rules.ts'
import type { Paper } from './table.rules.ts'

/** What an office has not settled yet is printed as its own name, or left to be filled in by hand. */
export function paperOf(settings: OfficeSettings, officeName: string): Paper {
  const { superiorName, agencyName, place, documentCode, authority, signerTitle, signerName, preparedBy } =
    settings
  return {
    superiorName,
    agencyName: agencyName || officeName,
    place,
    documentCode,
    authority,
    signerTitle,
    signerName,
    preparedBy,
    documentNumber: '',
    annex: settings.annex ? { number: settings.annexNumber, reportNumber: '', reportDay: null } : null,
    maskSmallCells: settings.maskSmallCells,
  }
}
