import type { Unit } from '../units/unit.store.ts'
import type { Routes } from '../web/routes.ts'

/** Merging, splitting, renaming, moving, closing and founding units, with a preview, and undoing it. */
export function unitChangePages(_routes: Routes<Unit>): void {}
