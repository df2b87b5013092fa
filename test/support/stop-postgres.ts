import { rm } from 'node:fs/promises'

export default async function stopPostgres(): Promise<void> {
  await globalThis.cluster?.stop()
  const directory = process.env.TEST_CLUSTER_DIRECTORY
  if (directory) await rm(directory, { recursive: true, force: true })
}
