import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** Handing over a unit, and notes for whoever comes next. */
export function handoverPages(_routes: Routes<Unit>): void {}
