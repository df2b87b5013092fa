import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** When the portal could not be used. */
export function outagePages(_routes: Routes<Unit>): void {}
