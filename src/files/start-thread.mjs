// A thread knows no TypeScript by itself, and how its portal was started (tsx, a test's runner) does not carry over:
// so the reading thread begins here, in plain JavaScript, and takes tsx's loader by its own hand.
import { register } from 'tsx/esm/api'

register()
await import('./read-book.worker.ts')
