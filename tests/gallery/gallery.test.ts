import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { LANGUAGES } from '../../pages/language/language.ts'
import { loadAssets } from '../../server/platform/assets.ts'
import { openBrowser } from '../support/browser.ts'
import { Gallery } from './Gallery.tsx'

const SIZES = [
  { width: 1366, height: 768 },
  { width: 360, height: 740 },
] as const
const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
/** Smallest side of what a finger must hit, in CSS pixels. */
const TARGET_PX = 44
const SHOTS = process.env['GALLERY_SHOTS']

const browser = await openBrowser()

let server: Server
let origin: string

before(async () => {
  const assets = loadAssets()
  server = createServer((request, reply) => {
    const asset = assets.files.get(request.url ?? '')
    if (asset) {
      reply.writeHead(200, { 'content-type': asset.type, 'cache-control': 'max-age=31536000, immutable' })
      return reply.end(asset.body)
    }
    const [, language, who] = (request.url ?? '').split('/')
    const given = { language: language === 'ur' ? 'ur' : 'en', is_signed_in: who === 'in' } as const
    reply.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'",
    })
    return reply.end(`<!doctype html>${renderToString(h(Gallery, { ...given, asset: assets.href }))}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => server?.close())

async function opened(path: string, size: (typeof SIZES)[number]): Promise<Page> {
  const page = await browser.newPage({ viewport: size })
  await page.goto(`${origin}${path}`)
  await page.evaluate(() => document.fonts.ready)
  return page
}

for (const language of LANGUAGES) {
  for (const size of SIZES) {
    describe(`the kit in ${language} at ${size.width}×${size.height}`, () => {
      let page: Page
      before(async () => {
        await (await opened(`/${language}/out`, size)).waitForLoadState('networkidle')
        page = await opened(`/${language}/in`, size)
        if (SHOTS) await page.screenshot({ path: `${SHOTS}/${language}-${size.width}.png`, fullPage: true })
      })
      after(() => page.close())

      it('has nothing for axe to report', async () => {
        const client = await page.context().newCDPSession(page)
        await client.send('Page.setBypassCSP', { enabled: true })
        await page.evaluate(AXE)
        const found = await page.evaluate(
          `axe.run({ runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })
            .then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html + ' ' + n.failureSummary).join(' | ')))`,
        )
        assert.deepEqual(found, [])
      })

      it('is never wider than the screen', async () => {
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        assert.equal(over, 0)
      })

      it('has no target that a finger would miss', async () => {
        const small = await page.evaluate((least) => {
          const targets = [
            ...document.querySelectorAll<HTMLElement>(
              'button, .button, select, input:not([type=hidden]), nav a, .bar a, summary',
            ),
          ]
          const sizes = targets.map((one) => {
            const box = (one.closest('.choice')?.querySelector('label') ?? one).getBoundingClientRect()
            return { text: one.outerHTML.slice(0, 80), least: Math.min(box.width, box.height) }
          })
          return sizes.filter((one) => one.least < least)
        }, TARGET_PX)
        assert.deepEqual(small, [])
      })
    })
  }
}

describe('the first visit', () => {
  it('stays far below its 40 KB in Urdu, with the whole kit on the page', async () => {
    const assets = loadAssets()
    const sent = (name: string) => assets.files.get(assets.href(name))
    const html = Buffer.from(await (await fetch(`${origin}/ur/out`)).text())
    const bytes =
      brotliCompressSync(html).length +
      (sent('register.css')?.brotli?.length ?? Number.NaN) +
      (sent('naskh.woff2')?.body.length ?? Number.NaN)
    assert.ok(bytes < 25_000, `${bytes} bytes`)
  })

  it('keeps the style small: under 5 KB with Brotli', () => {
    const assets = loadAssets()
    const css = assets.files.get(assets.href('register.css'))
    assert.ok(css)
    assert.ok(brotliCompressSync(css.body).length < 5_000)
  })

  const fontsAsked = async (path: string) => {
    const page = await browser.newPage()
    const fonts: string[] = []
    page.on('request', (request) => {
      const font = /(\w+)\.[\w-]+\.woff2$/.exec(request.url())?.[1]
      if (font && request.resourceType() === 'font') fonts.push(font)
    })
    await page.goto(`${origin}${path}`)
    await page.waitForLoadState('networkidle')
    const loaded = await page.evaluate(() =>
      [...document.fonts].flatMap(({ family, status }) => (status === 'loaded' ? [family] : [])),
    )
    await page.close()
    return { asked: [...new Set(fonts)], loaded }
  }

  it('shows Urdu in Naskh, and leaves Nastaliq until the browser is idle', async () => {
    assert.deepEqual(await fontsAsked('/ur/out'), { asked: ['naskh'], loaded: ['Naskh'] })
  })

  it('shows Urdu in Nastaliq once signed in, from what was fetched before', async () => {
    const context = await browser.newContext({ viewport: SIZES[0] })
    const page = await context.newPage()
    const fetched = page.waitForEvent('requestfinished', (one) => one.url().includes('nastaliq'))
    await page.goto(`${origin}/ur/out`)
    await fetched
    await page.goto(`${origin}/ur/in`)
    await page.evaluate(() => document.fonts.ready)
    const sent = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap((one) =>
          one.name.includes('nastaliq') ? [(one as PerformanceResourceTiming).transferSize] : [],
        ),
    )
    assert.deepEqual(sent, [0])
    await context.close()
  })
})
