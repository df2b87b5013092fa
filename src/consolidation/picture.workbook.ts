import type ExcelJS from 'exceljs'
import { drawPng } from '../files/picture.ts'
import type { Book } from './book.workbook.ts'
import { escaped, type Picture } from './svg.rules.ts'

/**
 * exceljs' streaming writer knows pictures only as a sheet's background, and its other writer holds the whole book in
 * memory. So the parts a picture takes (ECMA-376, part 1, §20.5) are put into the file here: the picture, the drawing
 * that places it, and the lines in sheet and list of contents that name them.
 */
export async function drawPicture(
  { writer }: Book,
  sheet: ExcelJS.Worksheet,
  { picture, row, column }: { picture: Picture; row: number; column: number },
): Promise<void> {
  const inner = sheet as unknown as InnerSheet
  const { zip } = writer as unknown as InnerBook
  const png = await drawPng(picture.svg, picture.width * SHARPNESS)
  const image = writer.addImage({ extension: 'png', buffer: png as unknown as ExcelJS.Buffer })
  zip.append(drawingXml(picture, { row, column }), { name: 'xl/drawings/drawing1.xml' })
  zip.append(relsXml(`../media/image${image}.png`), { name: 'xl/drawings/_rels/drawing1.xml.rels' })
  const id = inner._sheetRelsWriter.addRelationship({
    Type: `${RELATION}/drawing`,
    Target: '../drawings/drawing1.xml',
  })
  Object.assign(sheet, { _writeLegacyData: () => inner._write(`<drawing r:id="${id}"/>`) })
  nameInContents(writer as unknown as InnerBook)
}

/** Pixels drawn for each that is shown, so that it prints sharp. */
const SHARPNESS = 2
/** English metric units in a pixel at 96 to the inch. */
const EMU = 9525
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type InnerSheet = {
  _write: (text: string) => void
  _sheetRelsWriter: { addRelationship: (to: { Type: string; Target: string }) => string }
}
type InnerBook = {
  zip: { append: (content: unknown, about: { name: string }) => unknown }
  addContentTypes: () => Promise<void>
}

/** The list of a file's contents is written last, by exceljs; the drawing's line goes in before it is packed. */
function nameInContents(writer: InnerBook): void {
  const { zip } = writer
  const append = zip.append.bind(zip)
  const line =
    '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'
  zip.append = (content, about) =>
    about.name === '[Content_Types].xml' && typeof content === 'string'
      ? append(content.replace('</Types>', `${line}</Types>`), about)
      : append(content, about)
}

function drawingXml(
  { width, height, alt }: Picture,
  { row, column }: { row: number; column: number },
): string {
  const size = `cx="${width * EMU}" cy="${height * EMU}"`
  const corner = `<xdr:from><xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`
  const named = `<xdr:nvPicPr><xdr:cNvPr id="2" name="Picture 1" descr="${escaped(alt)}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`
  const filled = `<xdr:blipFill><a:blip xmlns:r="${RELATION}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`
  const shaped = `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`
  const anchor = `<xdr:oneCellAnchor>${corner}<xdr:ext ${size}/><xdr:pic>${named}${filled}${shaped}</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`
  return `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchor}</xdr:wsDr>`
}

const relsXml = (target: string): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/image" Target="${target}"/></Relationships>`

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
