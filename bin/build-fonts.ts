/**
 * Makes the two Urdu fonts of the pages: only the letters that names and texts in Pakistan are written with.
 * Run after an update of a `@fontsource` package, and commit what it writes: `node bin/build-fonts.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Urdu letters and signs, the Arabic forms that other keyboards type in their place, both sets of digits, and joiners. */
const LETTERS =
  'ءآأؤئاببپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےۓۂۃةيىكه' +
  'ًٌٍَُِّْٰٓٔ' +
  '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩' +
  '،؛؟۔٪٬٫ء' +
  '\u200c\u200d\u200e\u200f\u2068\u2069 '

const FONTS = [
  { from: 'noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2', to: 'naskh.woff2' },
  { from: 'noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2', to: 'nastaliq.woff2' },
]

for (const { from, to } of FONTS) {
  const whole = readFileSync(at(`node_modules/@fontsource/${from}`))
  const subset = await subsetFont(whole, LETTERS, { targetFormat: 'woff2' })
  writeFileSync(at(`pages/styles/fonts/${to}`), subset)
  console.log(`${to}: ${whole.length} → ${subset.length} bytes`)
}
