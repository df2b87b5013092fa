import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** Where a figure of the consolidation comes from. */
export function figurePages(_routes: Routes<Unit>): void {}
