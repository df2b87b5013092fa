import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** LibreOffice believes what a workbook says was reckoned unless it is told to do so itself. */
const ALWAYS_RECKON = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

export type OfficeProgram = {
  /** The file as LibreOffice writes it again, with every formula reckoned anew. */
  convert: (bytes: Buffer, to: 'xlsx' | 'pdf') => Promise<Buffer>
  /** The letters of a PDF, page by page. */
  pagesOf: (pdf: Buffer) => Promise<string[]>
  close: () => Promise<void>
}

/** LibreOffice without a window and with a profile of its own; it must be installed. */
export async function openOfficeProgram(): Promise<OfficeProgram> {
  const folder = await mkdtemp(path.join(tmpdir(), 'office-program-'))
  await mkdir(path.join(folder, 'profile', 'user'), { recursive: true })
  await writeFile(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), ALWAYS_RECKON)
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
  const out = path.join(folder, 'out')
  return {
    convert: async (bytes, to) => {
      const given = path.join(folder, 'in.xlsx')
      await writeFile(given, bytes)
      await run('soffice', ['--headless', profile, '--convert-to', to, '--outdir', out, given])
      return readFile(path.join(out, `in.${to}`))
    },
    pagesOf: async pdf => {
      const given = path.join(folder, 'in.pdf')
      await writeFile(given, pdf)
      const { stdout } = await run('pdftotext', ['-layout', given, '-'], { maxBuffer: 64 * 1024 * 1024 })
      return stdout.split('\f').slice(0, -1)
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
