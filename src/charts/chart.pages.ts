import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** An office's months as pictures. */
export function chartPages(_routes: Routes<Unit>): void {}
