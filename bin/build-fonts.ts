/**
 * Makes the two Urdu fonts of the pages and the faces of the papers: only the letters that names and texts in Pakistan
 * are written with. Run after an update of a font package, and commit what it writes: `node bin/build-fonts.ts`.
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

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')

/** A paper has no second font to fall back on: every letter of the Arabic block that the face has, and its space. */
const ARABIC = `${LETTERS}${range(0x600, 0x6ff)}`
/** Latin with the accents that transliteration and passports use, dashes, quotes, and the marks that order a line. */
const LATIN = `${range(0x20, 0x7e)}${range(0xa0, 0x17f)}${range(0x1e00, 0x1eff)}ʼʻʿʾ${range(0x2010, 0x2027)}\u200e\u200f\u2068\u2069×`

const page = 'pages/styles/fonts'
const paper = 'paper/fonts'
const FONTS = [
  {
    ...{ from: '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2' },
    ...{ to: `${page}/naskh.woff2`, letters: LETTERS, format: 'woff2' },
  },
  {
    ...{ from: '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2' },
    ...{ to: `${page}/nastaliq.woff2`, letters: LETTERS, format: 'woff2' },
  },
  ...[
    { face: 'noto-nastaliq-urdu', name: 'NotoNastaliqUrdu', to: 'nastaliq', letters: ARABIC },
    { face: 'noto-naskh-arabic', name: 'NotoNaskhArabic', to: 'naskh', letters: ARABIC },
    { face: 'noto-sans', name: 'NotoSans', to: 'sans', letters: LATIN },
  ].flatMap(({ face, name, to, letters }) =>
    ['400Regular', '700Bold'].map((weight) => ({
      ...{ from: `@expo-google-fonts/${face}/${weight}/${name}_${weight}.ttf`, letters },
      ...{ to: `${paper}/${to}-${weight.slice(0, 3)}.ttf`, format: 'truetype' },
    })),
  ),
] as const

for (const { from, to, letters, format } of FONTS) {
  const whole = readFileSync(at(`node_modules/${from}`))
  const subset = await subsetFont(whole, letters, { targetFormat: format as 'woff2' | 'truetype' })
  writeFileSync(at(to), subset)
  console.log(`${to}: ${whole.length} → ${subset.length} bytes`)
}
