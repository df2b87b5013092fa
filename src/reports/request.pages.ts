import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** What communes ask for, and the answers. */
export function requestPages(_routes: Routes<Unit>): void {}
