import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** Graduates as the schools report them. */
export function schoolCountPages(_routes: Routes<Unit>): void {}
