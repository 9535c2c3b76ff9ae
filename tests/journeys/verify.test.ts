/** Somebody who holds a paper verifies it in a real browser: with scripts, without, and from a saved file without network. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { fromToken, groupsOf } from '../../domain/receipt/token.ts'
import { codeOf } from '../../domain/receipt/verify.ts'
import { formatter } from '../../pages/language/formatter.ts'
import { translator } from '../../pages/language/translator.ts'
import { codeFor, SIGNER, STATEMENT } from '../support/given-code.ts'
import { openSite, SCREENS } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { overflowOf, picture, press, typeInto, violationsOf } from './looking.ts'

const folder = mkdtempSync(join(tmpdir(), 'amanat-saved-'))
after(() => rmSync(folder, { recursive: true }))
const register = await openTestRegister()
const site = await openSite(register)

const code = await codeFor()
const printed = groupsOf(code).join(' ')
const signature = (fromToken(code) ?? new Uint8Array()).slice(64, 128)
const altered = await codeOf(SIGNER.key_id, { ...STATEMENT, print_number: 'P-2026-000124' }, signature)
const of_other_key = await codeOf('00000000', STATEMENT, signature)
const issued = new Date(STATEMENT.issued_at * 1000).toISOString()

type Language = 'en' | 'ur'
type Ways = { language: Language; screen: keyof typeof SCREENS; has_scripts: boolean }

async function visit({ language, screen, has_scripts }: Ways, options: BrowserContextOptions = {}) {
  const context = await site.browser.newContext({
    ...{ baseURL: site.origin, viewport: SCREENS[screen], javaScriptEnabled: has_scripts, ...options },
  })
  context.setDefaultTimeout(15_000)
  const url = site.origin.replace('http:', 'https:')
  await context.addCookies([{ name: '__Host-language', value: language, secure: true, url }])
  return context
}

const textOf = async (page: Page) =>
  ((await page.locator('#answer').textContent()) ?? '').replace(/[\u2068\u2069]/g, '')

async function keep(page: Page, name: string) {
  assert.equal(await overflowOf(page), 0, `${name} is wider than the screen`)
  assert.deepEqual(await violationsOf(page), [], name)
  await picture(page, `verify-${name}`)
}

/** Every answer, by keyboard; `act` presses the button and waits. */
async function answersAll(page: Page, ways: Ways, name: string, act: () => Promise<void>, may_audit = true) {
  const [t, f] = [translator(ways.language), formatter(ways.language)]
  const cases: [string, string, string[]][] = [
    [
      'sound',
      printed,
      [
        t('verify.sound'),
        'P-2026-000123',
        t('verify.kind.receipt'),
        f.dateTime(issued),
        t('verify.sound.limit'),
      ],
    ],
    ['forged', altered, [t('verify.forged'), SIGNER.key_id]],
    ['unknown_key', of_other_key, [t('verify.unknown_key'), '00000000']],
    ['unreadable', code.slice(1), [t('verify.unreadable'), f.number(207), f.number(208)]],
  ]
  for (const [verdict, typed, says] of cases) {
    await page.locator('#code').fill('')
    await typeInto(page, '#code', typed)
    await act()
    await page.locator('#answer .card').waitFor()
    const said = await textOf(page)
    for (const part of says) assert.ok(said.includes(part), `${verdict}: ${part} in ${said}`)
    if (may_audit) await keep(page, `${name}-${verdict}-${ways.language}-${ways.screen}`)
    assert.doesNotMatch(page.url(), /[?#]/)
  }
}

const WAYS = [
  ['en', 'wide'],
  ['ur', 'wide'],
  ['en', 'phone'],
  ['ur', 'phone'],
] as const

for (const [language, screen] of WAYS)
  describe(`verifying a paper, ${language}, ${screen}`, () => {
    it('is done in the browser, and the code is not sent', async () => {
      const ways = { language, screen, has_scripts: true }
      const context = await visit(ways)
      const page = await context.newPage()
      const faults: string[] = []
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      await page.goto('/verify')
      await page.waitForLoadState('networkidle')
      await keep(page, `form-${language}-${screen}`)
      const sent: string[] = []
      page.on('request', (request) => sent.push(request.url()))
      await answersAll(page, ways, 'island', () => page.locator('#checker button').press('Enter'))
      assert.deepEqual([sent, faults], [[], []])
      await context.close()
    })
    it('is done without scripts by sending the form', async () => {
      const ways = { language, screen, has_scripts: false }
      const context = await visit(ways)
      const page = await context.newPage()
      await page.goto('/verify')
      await answersAll(page, ways, 'server', () => press(page, '#checker button'), false)
      await context.close()
    })
    it('is done from a saved file, without network', async () => {
      const ways = { language, screen, has_scripts: true }
      const context = await visit(ways)
      const page = await context.newPage()
      await page.goto('/verify')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('a[href="/verify/offline.html"]').click(),
      ])
      assert.equal(download.suggestedFilename(), `amanat-verify-${language}.html`)
      const file = join(folder, `${language}-${screen}.html`)
      await download.saveAs(file)
      await context.close()
      const reader = await visit(ways, { offline: true })
      const saved = await reader.newPage()
      const [asked, faults]: string[][] = [[], []]
      saved.on('request', (request) => void (request.url().startsWith('data:') || asked?.push(request.url())))
      saved.on('console', (message) => message.type() === 'error' && faults?.push(message.text()))
      const address = pathToFileURL(file).href
      await saved.goto(address)
      await saved.evaluate('document.fonts.ready')
      await keep(saved, `saved-${language}-${screen}`)
      await answersAll(saved, ways, 'saved', () => saved.locator('#checker button').press('Enter'))
      assert.deepEqual([asked, faults], [[address], []])
      await reader.close()
    })
  })

describe('a browser that is too old for these signatures', () => {
  const break_it = `crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'))`
  it('sends the form to the server; a saved file says what to do', async () => {
    const context = await visit({ language: 'en', screen: 'wide', has_scripts: true })
    await context.addInitScript(break_it)
    const page = await context.newPage()
    await page.goto('/verify')
    await page.locator('#code').fill(printed)
    await press(page, '#checker button')
    assert.match(await textOf(page), /Sound/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href="/verify/offline.html"]').click(),
    ])
    const file = join(folder, 'old.html')
    await download.saveAs(file)
    await page.goto(pathToFileURL(file).href)
    await page.locator('#code').fill(printed)
    await page.locator('#checker button').press('Enter')
    await page.locator('#answer .card').waitFor()
    assert.match(await textOf(page), /This browser cannot verify signatures/)
    await context.close()
  })
})
