import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** Days off pasted from a notice, and last year as a proposal. */
export function noticePages(_routes: Routes<Unit>): void {}
