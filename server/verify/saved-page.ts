/** The checking page as one file: style, Urdu letters, program and keys inside it, and a policy that lets it ask nobody. */
import { createHash } from 'node:crypto'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { formatter } from '../../pages/language/formatter.ts'
import { directionOf, type Language } from '../../pages/language/language.ts'
import { translator } from '../../pages/language/translator.ts'
import { SavedPage } from '../../pages/verify/SavedPage.tsx'
import type { Program } from '../platform/program.ts'

/** HTML without its doctype. */
export function savedPage(program: Program, language: Language): string {
  const [t, f] = [translator(language), formatter(language)]
  const [style, script] = [styleOf(program), textOf(program, 'verify.js')]
  const policy = [
    `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; font-src data:`,
    `img-src data:; form-action 'none'; base-uri 'none'`,
  ].join('; ')
  const saved_on = program.clock.now().toZonedDateTimeISO('Asia/Karachi').toPlainDate().toString()
  const given = { keys: program.paper_signer.published, saved_on, site: program.origin, t, f }
  return [
    `<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">',
    `<title>${t('verify.title')} · ${t('ui.name')}</title><style>${style}</style></head>`,
    renderToString(h(SavedPage, given)).replace(/<\/body>$/, ''),
    `<script type="module">${script}</script></body></html>`,
  ].join('')
}

const textOf = (program: Program, name: string) =>
  program.assets.files.get(program.assets.href(name))?.body.toString() ?? ''

/** The style with Naskh inside it; Nastaliq is for those who are signed in, and ten times the size. */
function styleOf(program: Program): string {
  const naskh = program.assets.href('naskh.woff2')
  const letters = program.assets.files.get(naskh)?.body.toString('base64') ?? ''
  return textOf(program, 'register.css')
    .replace(/@font-face\{font-family:Nastaliq[^}]*\}/, '')
    .replace(naskh, `data:font/woff2;base64,${letters}`)
    .trim()
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
