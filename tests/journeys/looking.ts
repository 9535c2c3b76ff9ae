/** How a journey looks at a page and moves on it: an audit of accessibility, the width, the keyboard, a passkey. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { waitFor } from '../support/wait-for.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Violation = { id: string; nodes: { html: string }[] }

/**
 * What an audit of accessibility finds, a line for each rule broken. Loads the auditor once a document. The watermark of
 * an answer is left out: it is pale on purpose, over other text, and stands again as facts of the page.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(AXE)
  const found = (await page.evaluate(
    `axe.run({ exclude: ['.watermark'] }, { resultTypes: ['violations'] }).then((run) => run.violations)`,
  )) as Violation[]
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** How many pixels of the page lie beside the screen; a page that scrolls sideways is one a phone cannot read. */
export async function overflowOf(page: Page): Promise<number> {
  const width = await page.locator('html').evaluate((html) => html.scrollWidth)
  return Math.max(0, width - (page.viewportSize()?.width ?? 0))
}

/** A whole page is painted at once, which on a busy machine takes long. */
const PICTURE_MS = 60_000

/** Pictures are kept only when a folder for them is named. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, timeout: PICTURE_MS })
}

const MOST_TABS = 150

/** Moves by Tab to a control, as somebody without a mouse does. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector).first()
  await wanted.waitFor()
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await wanted.evaluate((control) => control === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`${selector} cannot be reached by Tab on ${page.url()}`)
}

/** Types into a box reached by Tab. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.type(text)
}

/** Types a day into its box part by part, as an English (United States) browser asks for them. */
export async function typeDay(page: Page, selector: string, iso: string): Promise<void> {
  const [year, month, day] = iso.split('-')
  await typeInto(page, selector, `${month}${day}${year}`)
  assert.equal(await page.locator(selector).inputValue(), iso)
}

/** Types a time of day into its box, with the half of the day that such a browser asks for. */
export async function typeTime(page: Page, selector: string, time: string): Promise<void> {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const two = (n: number) => String(n).padStart(2, '0')
  await typeInto(page, selector, `${two(hour % 12 || 12)}${two(minute)}${hour < 12 ? 'A' : 'P'}`)
  assert.equal(await page.locator(selector).inputValue(), time)
}

const MOST_OPTIONS = 400

/** Goes down a list by its arrow until the value is the one that is chosen. */
export async function chooseOption(page: Page, selector: string, value: string): Promise<void> {
  await tabTo(page, selector)
  const list = page.locator(selector)
  await page.keyboard.press('Home')
  for (let presses = 0; presses < MOST_OPTIONS; presses += 1) {
    if ((await list.inputValue()) === value) return
    await page.keyboard.press('ArrowDown')
  }
  assert.fail(`${value} cannot be chosen in ${selector}`)
}

/** Presses what is reached by Tab, and waits for the page it leads to. */
export async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  const loaded = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await loaded
}

/** A page with an authenticator inside the computer, whose owner is always recognised. */
export async function pageWithPasskey(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  })
  return page
}

/** Presses the passkey's button by keyboard, once its script has shown it, and comes to where it leads. */
export async function usePasskey(page: Page, then: RegExp): Promise<void> {
  await tabTo(page, 'button[data-passkey]')
  await page.keyboard.press('Enter')
  await page.waitForURL(then)
}

/** Loads a page again until what is worked on behind it has come so far. */
export const loadUntil = (page: Page, path: string, isThere: () => Promise<boolean>) =>
  waitFor(`what ${path} waits for`, async () => {
    await page.goto(path)
    return isThere()
  })
