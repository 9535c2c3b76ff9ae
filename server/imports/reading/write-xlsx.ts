// The least a workbook needs to open everywhere. All cells are text: no formula, no shortened CNIC, no FIR
// number turned into a date.
import { strToU8, zipSync } from 'fflate'
import type { Language } from '../../../domain/imports/problems.ts'

export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const entity: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML, which cannot hold control characters or halves of characters. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/\p{Cc}|\ufffe|\uffff/gu, (char) => ('\t\n\r'.includes(char) ? char : ''))
    .replace(/[&<>"]/g, (char) => entity[char] ?? char)

/**
 * The name of a column from its index, from 0.
 * @example columnName(26) // 'AA'
 */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

// Style 1 is the text format (49), so that what is typed below stays text as well.
const cellXml = (text: string, column: number, row: number) =>
  text === ''
    ? ''
    : `<c r="${columnName(column)}${row}" s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const rowXml = (cells: readonly string[], index: number) =>
  `<row r="${index + 1}">${cells.map((text, column) => cellXml(text, column, index + 1)).join('')}</row>`

function sheetXml({ rows }: Sheet, language: Language): string {
  const direction = language === 'ur' ? ' rightToLeft="1"' : ''
  const width = Math.max(1, ...rows.slice(0, 1).map((cells) => cells.length))
  return `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView${direction} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${width}" width="24" style="1" customWidth="1"/></cols><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`
}

const styles = `${xml}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="49" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>`

const relationships = (targets: readonly (readonly [kind: string, target: string])[]) =>
  `${xml}<Relationships xmlns="${packages}/relationships">${targets.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`).join('')}</Relationships>`

const contentTypes = (sheets: readonly Sheet[]) =>
  `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`

/**
 * A workbook of text, right to left for Urdu; the same sheets give the same bytes.
 * @param sheets the first row of each is its headings
 */
export function writeWorkbook(language: Language, sheets: readonly Sheet[]): Uint8Array {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
  }
  for (const [index, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, language)
  const packed = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  // The zip's own dates are local time from 1980 on; a fixed one keeps the bytes the same.
  return zipSync(packed, { level: 6, mtime: new Date(1980, 0, 1) })
}
