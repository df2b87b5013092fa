import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Lang } from '../words/words.ts'

/** An optional part of the form, called as the newest edition that has it calls its section or its indicators. */
export type FormSwitch = { code: string; label: Record<Lang, string> }

/** Every switch of every form edition, by code: what an office has turned on stays, whichever form is in force. */
export async function loadFormSwitches(db: Db): Promise<FormSwitch[]> {
  const { rows } = await sql<FormSwitch>`
    select distinct on (part.code) part.code, part.label from (
      select e.effective_from, s.place, 0 as inner_place, s.section->>'switch' as code, s.section->'title' as label
      from form_edition e, jsonb_array_elements(e.definition->'sections') with ordinality s (section, place)
      union all
      select e.effective_from, s.place, i.place, i.indicator->>'switch',
        coalesce(i.indicator->'short', i.indicator->'label')
      from form_edition e, jsonb_array_elements(e.definition->'sections') with ordinality s (section, place),
        jsonb_array_elements(s.section->'indicators') with ordinality i (indicator, place)
    ) part where part.code is not null
    order by part.code, part.effective_from desc, part.place, part.inner_place`.execute(db)
  return rows
}
