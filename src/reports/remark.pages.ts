import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** The talk about one report. */
export function remarkPages(_routes: Routes<Unit>): void {}
