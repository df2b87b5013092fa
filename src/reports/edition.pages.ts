import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** Writing, trying and publishing form editions. */
export function editionPages(_routes: Routes<Unit>): void {}
