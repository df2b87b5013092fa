import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** A month with its own due date or cut-off. */
export function monthRulePages(_routes: Routes<Unit>): void {}
