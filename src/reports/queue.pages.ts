import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** What is left to look at in a month. */
export function queuePages(_routes: Routes<Unit>): void {}
