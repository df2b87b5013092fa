import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** Leave cover. */
export function coverPages(_routes: Routes<Unit>): void {}
