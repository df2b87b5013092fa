import { createRequire } from 'node:module'
import path from 'node:path'

/** Where Tinos lies, which has the widths of Times New Roman and every Vietnamese letter. */
const { resolve } = createRequire(import.meta.url)
const fonts = ['400Regular/Tinos_400Regular.ttf', '700Bold/Tinos_700Bold.ttf'].map(file =>
  path.join(path.dirname(resolve('@expo-google-fonts/tinos/package.json')), file),
)

/**
 * Draws an SVG as PNG, `width` pixels wide. Only the fonts that come with the portal are used, so that a picture is the
 * same on every machine; the drawing runs off the main thread. The library is loaded here and now, as few draw one.
 */
export async function drawPng(svg: string, width: number): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const picture = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: 'Tinos' },
    fitTo: { mode: 'width', value: width },
  })
  return picture.asPng()
}
