/** A test register on a real port of the loopback, and browser contexts in which a persona is signed in. */
import type { Browser, BrowserContext } from 'playwright-core'
import { openBrowser } from './browser.ts'
import type { As, TestRegister } from './register.ts'
import { PATIENCE_MS } from './wait-for.ts'

export const SCREENS = { wide: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } } as const

export type Site = {
  origin: string
  browser: Browser
  /** A fresh browser profile with the persona's session; no JavaScript unless asked for. */
  signIn: (
    who: As,
    options?: { language?: 'en' | 'ur'; screen?: keyof typeof SCREENS; has_scripts?: boolean },
  ) => Promise<BrowserContext>
}

/** Opens the register's site to browsers; closed when the file's tests are over. */
export async function openSite(register: TestRegister): Promise<Site> {
  const address = await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://localhost:${new URL(address).port}`
  register.program.origin = origin
  const browser = await openBrowser()
  return {
    origin,
    browser,
    async signIn(who, { language = 'en', screen = 'wide', has_scripts = false } = {}) {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: SCREENS[screen],
        javaScriptEnabled: has_scripts,
      })
      context.setDefaultTimeout(PATIENCE_MS)
      const token = await who.token()
      await context.addCookies([
        { name: '__Host-amanat', value: token, url: origin.replace('http:', 'https:'), secure: true },
      ])
      await register.root.query('update access.session set language = $1 where officer_id = $2', [
        language,
        who.officer_id,
      ])
      return context
    },
  }
}
