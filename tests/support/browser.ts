// A Chromium for the journeys: an installed one, or the one that npm brings. Needs no root and works as root.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let kept: Browser | undefined

/**
 * Opens a browser until the file's tests are over. The files of one worker of `bin/test.ts` share theirs, which ends
 * with the process: a profile (`newContext`) shares nothing with another, and the ones left open are closed here.
 * Chrome DevTools sessions (virtual passkeys) work as usual.
 */
export async function openBrowser(): Promise<Browser> {
  const is_kept = process.env['TEST_CLUSTER'] !== undefined
  const had = is_kept ? kept : undefined
  const browser = had?.isConnected() ? had : await launch()
  if (is_kept) kept = browser
  after(async () => {
    if (is_kept) await Promise.all(browser.contexts().map((context) => context.close()))
    else await browser.close()
  })
  return browser
}

const launch = async () => chromium.launch(await browserOptions())

/** How to start the browser, for those who need a profile of their own (`launchPersistentContext`). */
export async function browserOptions(): Promise<LaunchOptions> {
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed) return { executablePath: installed, args: FLAGS }
  const folder = await unpackedChromium()
  return {
    executablePath: join(folder, 'chromium'),
    args: FLAGS,
    env: {
      ...process.env,
      FONTCONFIG_PATH: folder,
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    },
  }
}

/** The browser of the npm package, unpacked once a version (180 MB, 3 s); several tests may come here at once. */
async function unpackedChromium(): Promise<string> {
  const home = new URL('../', import.meta.resolve('@sparticuz/chromium'))
  const { version } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8'))
  const cache = fileURLToPath(new URL('../../.cache/', home))
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const ours = mkdtempSync(join(cache, 'unpacking-'))
  await inflateTo(ours, fileURLToPath(new URL('bin/', home)))
  try {
    renameSync(ours, folder)
  } catch (fault) {
    rmSync(ours, { recursive: true, force: true })
    if (!existsSync(folder)) throw fault
  }
  return folder
}

/** The package unpacks into the folder for temporary files, so that is set to ours meanwhile. */
async function inflateTo(folder: string, archives: string) {
  const { inflate } = await import('@sparticuz/chromium')
  const before = tmpdir()
  process.env['TMPDIR'] = folder
  try {
    const files = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(files.map((file) => inflate(join(archives, file))))
  } finally {
    process.env['TMPDIR'] = before
  }
  // The package's own font list names folders of another system.
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir prefix="relative">fonts/fonts</dir><dir>/usr/share/fonts</dir><cachedir prefix="relative">fonts-cache</cachedir>
</fontconfig>`,
  )
}
