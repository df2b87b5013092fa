import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** Targets from Excel. */
export function targetFilePages(_routes: Routes<Unit>): void {}
