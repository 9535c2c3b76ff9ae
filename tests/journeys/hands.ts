/** How an officer works a form: with a mouse, or with the keyboard alone. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { chooseOption, press, tabTo, typeInto } from './looking.ts'

export type Hand = {
  /** Follows a link or presses a button, and comes to the page it leads to. */
  go: (page: Page, selector: string) => Promise<void>
  type: (page: Page, selector: string, text: string) => Promise<void>
  /** Ticks a box, or chooses one of several. */
  tick: (page: Page, selector: string) => Promise<void>
  choose: (page: Page, selector: string, value: string) => Promise<void>
}

/** With a mouse. */
export const mouse: Hand = {
  async go(page, selector) {
    const wanted = page.locator(selector).first()
    await wanted.waitFor()
    await Promise.all([page.waitForEvent('load'), wanted.click()])
  },
  type: (page, selector, text) => page.locator(selector).fill(text),
  tick: (page, selector) => page.locator(selector).check(),
  choose: async (page, selector, value) => void (await page.locator(selector).selectOption(value)),
}

/** Tab comes to one of several choices; the arrow goes to the others. */
async function tickByKeys(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector)
  const [kind, name] = await wanted.evaluate((box: HTMLInputElement) => [box.type, box.name])
  if (kind !== 'radio') {
    await tabTo(page, selector)
    await page.keyboard.press('Space')
  } else {
    const group = page.locator(`input[name="${name}"]`)
    await tabTo(page, `input[name="${name}"]`)
    await page.keyboard.press('Space')
    for (let presses = await group.count(); presses > 0; presses -= 1)
      if (!(await wanted.isChecked())) await page.keyboard.press('ArrowDown')
  }
  assert.ok(await wanted.isChecked(), selector)
}

/** With the keyboard alone. */
export const keys: Hand = { go: press, type: typeInto, tick: tickByKeys, choose: chooseOption }
