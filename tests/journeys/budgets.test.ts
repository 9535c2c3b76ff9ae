// Every screen, in both languages, on a desk and on a phone: what it weighs, whether it fits and can be used by all,
// whether it is said in its reader's words, and that neither its title nor an address on it tells of a person.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page, Response } from 'playwright-core'
import { startAgency } from '../support/agency.ts'
import { openSite, SCREENS } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { overflowOf, picture, violationsOf } from './looking.ts'
import { unreadable } from './reading.ts'
import type { Screen } from './screen.ts'
import { givenWorld, screensOf } from './screens.ts'

/** Brotli bytes of bodies (UX). The first visit is by itself: page, style, islands, and Naskh in Urdu. */
const MOST = { first: { en: 25_000, ur: 40_000 }, later: 6_000, requests: 6, nastaliq: 115_000 } as const
const PAGES_AT_ONCE = 3

const agency = await startAgency()
after(() => agency.stop())
const register = await openTestRegister({ is_demo: true, identity: agency.identity })
await register.startJobs()
const screens = screensOf(await givenWorld(register))
const site = await openSite(register)

type Language = 'en' | 'ur'
type Seen = {
  screen: string
  language: Language
  title: string
  addresses: string[]
  page_bytes: number
  first_bytes: number
  nastaliq_bytes: number
  requests: number
  faults: string[]
  unread: string[]
}

/** What each asset weighed when it came over the wire; a browser asks for it once. */
const weights = new Map<string, number>()

/** Opens a page; what it weighs is told later, when the browser has fetched also what it leaves for idle moments. */
async function load(page: Page, path: string) {
  const responses: Response[] = []
  const note = (response: Response) => void responses.push(response)
  page.on('response', note)
  const main = await page.goto(path)
  const told = async () => {
    page.off('response', note)
    for (const response of responses) {
      const { responseBodySize } = await response.request().sizes()
      weights.set(response.url(), Math.max(responseBodySize, weights.get(response.url()) ?? 0))
    }
    const assets = (await page.evaluate(
      `performance.getEntriesByType('resource').map((entry) => entry.name)`,
    )) as string[]
    return { page_bytes: weights.get(page.url()) ?? 0, assets: [...new Set(assets)] }
  }
  return { status: main?.status() ?? 0, told }
}

/** Opens what a page explains only when it is asked; tells whether there was anything. */
const openAll = (page: Page) =>
  page.evaluate(`(() => {
    const closed = Array.from(document.querySelectorAll('details:not([open])'))
    for (const one of closed) one.open = true
    return closed.length > 0
  })()`) as Promise<boolean>

/** What is wrong with a page on a desk and on a phone, where it is audited with all that it explains open. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = []
  const measure = async (as: string) => {
    const beside = await overflowOf(page)
    if (beside > 0) faults.push(`${as}: ${beside} px beside the screen`)
    await picture(page, `${name.replace(/[^a-z]+/gi, '-')}-${as}`)
  }
  const audit = async (as: string) =>
    faults.push(...(await violationsOf(page)).map((violation) => `${as}: ${violation}`))
  await page.setViewportSize(SCREENS.wide)
  await measure('wide')
  await audit('wide')
  await page.setViewportSize(SCREENS.phone)
  await measure('phone')
  if (await openAll(page)) await measure('phone-opened')
  await audit('phone')
  return faults
}

async function see(page: Page, { who, name, at, ...wanted }: Screen, language: Language): Promise<Seen> {
  await page.setViewportSize(SCREENS.wide)
  const screen = `${who ?? 'nobody'}: ${name}`
  const { status, told } = await load(page, typeof at === 'string' ? at : await at())
  const faults = status === (wanted.status ?? 200) ? [] : [`answers ${status}`]
  faults.push(...(await faultsOf(page, `${screen}-${language}`)))
  const unread = await unreadable(page, language)
  const { page_bytes, assets } = await told()
  const weigh = (urls: string[]) => urls.reduce((sum, url) => sum + (weights.get(url) ?? 0), 0)
  return {
    ...{ screen, language, title: await page.title(), faults, unread, page_bytes },
    addresses: (await page.evaluate(
      `[location.pathname + location.search, ...Array.from(document.querySelectorAll('a[href], form[action]'), (e) => e.getAttribute('href') ?? e.getAttribute('action'))]`,
    )) as string[],
    first_bytes: page_bytes + weigh(assets.filter((url) => !url.includes('/nastaliq'))),
    nastaliq_bytes: weigh(assets.filter((url) => url.includes('/nastaliq'))),
    requests: 1 + assets.length,
  }
}

async function contextOf(who: Screen['who'], language: Language): Promise<BrowserContext> {
  if (who) return site.signIn(register.as[who], { language, has_scripts: true })
  const context = await site.browser.newContext({ baseURL: site.origin })
  const cookie = { name: '__Host-language', value: language, secure: true }
  await context.addCookies([{ ...cookie, url: site.origin.replace('http:', 'https:') }])
  return context
}

/** The screens of one role in one language, in a browser profile of its own. */
async function walk(who: Screen['who'], language: Language): Promise<Seen[]> {
  const context = await contextOf(who, language)
  const page = await context.newPage()
  const seen: Seen[] = []
  for (const screen of screens.filter((one) => one.who === who)) seen.push(await see(page, screen, language))
  await context.close()
  return seen
}

/** A session has one language, so that the languages follow each other; within one, a few roles walk at once. */
async function walkAll(): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const language of ['en', 'ur'] as const) {
    const roles = [...new Set(screens.map(({ who }) => who))]
    const next = async (): Promise<void> => {
      const who = roles.shift()
      if (who === undefined) return
      seen.push(...(await walk(who, language)))
      return next()
    }
    await Promise.all(Array.from({ length: PAGES_AT_ONCE }, next))
  }
  return seen
}

const heaviest = (seen: readonly Seen[], of: (one: Seen) => number) =>
  [...seen]
    .sort((a, b) => of(b) - of(a))
    .slice(0, 5)
    .map((one) => `${of(one)} ${one.language} ${one.screen}`)
    .join('\n')

describe('every screen of every role', () => {
  let seen: Seen[] = []
  before(async () => {
    seen = await walkAll()
  })
  const keeps = (what: string, of: (one: Seen) => number, most: (one: Seen) => number) =>
    it(what, (t) => {
      const told = heaviest(seen, of)
      t.diagnostic(told)
      assert.deepEqual(
        seen.filter((one) => of(one) > most(one)).map((one) => `${one.language} ${one.screen}`),
        [],
        `too much; the heaviest:\n${told}`,
      )
    })
  keeps(
    'is a first visit of at most 25 KB in English and 40 KB in Urdu with Naskh',
    (one) => one.first_bytes,
    (one) => MOST.first[one.language],
  )
  keeps(
    'adds at most 115 KB of Nastaliq, once and after the text is there',
    (one) => one.nastaliq_bytes,
    () => MOST.nastaliq,
  )
  keeps(
    'is a later page of at most 6 KB',
    (one) => one.page_bytes,
    () => MOST.later,
  )
  keeps(
    'asks at most 6 times',
    (one) => one.requests,
    () => MOST.requests,
  )
  it('came compressed, and with a weight: a budget of nothing would hold of anything', () => {
    for (const one of seen)
      assert.ok(
        one.page_bytes > 300 && one.first_bytes > one.page_bytes + 2_000,
        `${one.language} ${one.screen}: ${one.page_bytes}, ${one.first_bytes}`,
      )
  })
  const told = (of: (one: Seen) => string[]) =>
    seen.flatMap((one) => of(one).map((fault) => `${one.language} ${one.screen}: ${fault}`))
  it('is there, is accessible and fits, on a desk and on a phone', () => {
    assert.deepEqual(
      told(({ faults }) => faults),
      [],
    )
  })
  it('says all of it in the words and digits of its reader, nothing by a key, and no heading twice', () => {
    assert.deepEqual(
      told(({ unread }) => unread),
      [],
    )
  })
  it('names nobody in its title', () => {
    for (const { title, screen } of seen) {
      assert.doesNotMatch(title, /Bashir|Basheer|Ghulam|Ditta|بشیر|غلام|دتہ|NSOR|\d{3}|[۰-۹]/, screen)
      assert.ok(title.length > 5, screen)
    }
  })
  it('has addresses of opaque ids and closed words alone', () => {
    const opaque = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[\w-]{43}$/
    const word = /^[a-z_.-]{0,40}$/
    // The number of an event; days and times of the calendar.
    const of_nobody = /([?&])(before=\d+|(from_|to_)?on=\d{4}-\d\d-\d\d|(from|to)_time=\d\d%3A\d\d)/g
    const telling = seen.flatMap(({ addresses, screen }) =>
      addresses
        .filter((one) => !one.startsWith('#'))
        .filter((address) => {
          const { pathname, searchParams } = new URL(address.replace(of_nobody, '$1'), site.origin)
          const parts = [...pathname.split('/'), ...[...searchParams].flat()]
          return !parts.every((part) => opaque.test(part) || word.test(part))
        })
        .map((address) => `${screen}: ${address}`),
    )
    assert.deepEqual(telling, [])
  })
})
