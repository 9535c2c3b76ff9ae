/** The steps of the register's main job, each by the officer whose step it is, from his own day. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { paths } from '../../contract/paths.ts'
import { CHECKLIST } from '../../domain/check/screen.ts'
import type { Site } from '../support/open-site.ts'
import type { As, TestRegister } from '../support/register.ts'
import { csvOf, returnRow } from '../support/uploads.ts'
import { type Hand, mouse } from './hands.ts'
import { loadUntil, picture } from './looking.ts'

/** Who is told of, and how an investigator knows him. */
export type Story = {
  language: 'en' | 'ur'
  /** The row of his conviction in the return. */
  row: Parameters<typeof returnRow>[1] & { cnic: string }
  /** As the investigator writes him: another spelling, or the other script. */
  asked: Partial<Record<(typeof ASKED_BOXES)[number], string>>
  /** How the investigator works. */
  hand: Hand
}

const ASKED_BOXES = ['name_latin', 'name_urdu', 'father_name_latin', 'father_name_urdu', 'born_year'] as const

export type Job = {
  register: TestRegister
  site: Site
  story: Story
  person_path: string
  asked_count: number
}

/** The officer's screen at his day, and what he does there; afterwards he is gone. */
export async function officerAt<T>(
  { site, language }: { site: Site; language: 'en' | 'ur' },
  who: As,
  work: (page: Page) => Promise<T>,
  has_scripts = false,
): Promise<T> {
  const context = await site.signIn(who, { language, has_scripts })
  try {
    const page = await context.newPage()
    await page.goto(paths.day())
    return await work(page)
  } finally {
    await context.close()
  }
}

const at = <T>(
  { site, story }: Job,
  who: As,
  work: (page: Page) => Promise<T>,
  has_scripts = false,
): Promise<T> => officerAt({ site, language: story.language }, who, work, has_scripts)

export const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''

/** The address of the page, without the origin. */
export const pathOf = (page: Page) => new URL(page.url()).pathname

const see = (job: Job, page: Page, name: string) => picture(page, `job-${name}-${job.story.language}`)

/** A return of one man is sent in, looked through and confirmed. */
export const sendReturn = (job: Job) =>
  at(job, job.register.as.prosecutorMultan, async (page) => {
    await mouse.go(page, 'main a.button[href="/imports"]')
    const row = returnRow(Number(job.story.row.cnic.slice(5, 12)), job.story.row)
    const file = { name: 'return.csv', mimeType: 'text/csv', buffer: Buffer.from(csvOf([row], 1)) }
    await page.locator('#file').setInputFiles(file)
    await page.locator('main form button.main').click()
    const confirm = page.locator('form[action$="/confirm"] button')
    await page.waitForURL(/imports\/[0-9a-f-]{36}$/)
    await loadUntil(page, pathOf(page), async () => (await confirm.count()) > 0)
    await see(job, page, 'return')
    await mouse.go(page, 'form[action$="/confirm"] button')
  })

/** The entry is compared with the return and with the identity agency, and approved; the person is on the register. */
export const enter = (job: Job) =>
  at(job, job.register.as.bureauOfficerTwo, async (page) => {
    const row = page.locator('main table a[href^="/entries/"]').first()
    await loadUntil(page, paths.day(), async () => (await row.count()) > 0)
    await mouse.go(page, 'main table a[href^="/entries/"]')
    await see(job, page, 'entry')
    await page.locator('#station_id').selectOption('pb_multan_saddar')
    await page.locator('form[action$="/approvals"] button').click()
    await page.waitForURL(/people\/[0-9a-f-]{36}$/)
    job.person_path = pathOf(page)
  })

/** What he owes is read out to him at the station, in his language, and he signs. */
export const serve = (job: Job) =>
  at(job, job.register.as.officerSaddar, async (page) => {
    await see(job, page, 'station-day')
    await mouse.go(page, `main a[href="${job.person_path}/servings/new"]`)
    await see(job, page, 'serving')
    await mouse.go(page, 'form[action$="/servings/prints"] button')
    await see(job, page, 'serving-print')
    await mouse.go(page, 'main a[href$="/servings/new"]')
    await page.locator('#spoken').selectOption('ur')
    await page.locator('input[name="proof"][value="signature"]').check()
    await mouse.go(page, 'form[action$="/servings"] button')
    await page.waitForURL(/servings\/[0-9a-f-]{36}$/)
    await see(job, page, 'served')
  })

/** The investigator asks in a case of his own, step by step; the address of his request. */
export const ask = (job: Job) =>
  at(job, job.register.as.investigatorMultan, (page) => askFrom(job, page), job.story.hand !== mouse)

async function askFrom(job: Job, page: Page): Promise<string> {
  const { hand, asked } = job.story
  job.asked_count += 1
  await hand.go(page, 'main a[href="/checks/new"]')
  await hand.go(page, 'main form[action="/checks"] button')
  await hand.choose(page, '#station_id', 'pb_multan_saddar')
  await hand.type(page, '#fir_number', String(700 + job.asked_count))
  await hand.type(page, '#fir_year', '2026')
  await hand.tick(page, '#offences-PPC-376')
  await see(job, page, 'fir')
  await hand.go(page, 'main form[action$="/fir"] button')
  for (const box of ASKED_BOXES) if (asked[box]) await hand.type(page, `#${box}`, asked[box])
  await hand.tick(page, '#sex')
  await see(job, page, 'suspect')
  await hand.go(page, 'main form[action$="/suspect"] button')
  await hand.tick(page, '#relevance')
  await hand.type(page, '#reasons', job.story.language === 'ur' ? 'ایف آئی آر میں نامزد' : 'Named in the FIR')
  await hand.go(page, 'main form[action$="/reasons"] button')
  for (const paper of ['fir', 'annexure'] as const) await givePaper(job, page, paper)
  await see(job, page, 'papers')
  await hand.go(page, 'main form[action$="/papers"] button')
  await see(job, page, 'send')
  await hand.go(page, 'main form[action$="/sendings"] button')
  await see(job, page, 'asked')
  assert.match(pathOf(page), /^\/checks\/[0-9a-f-]{36}$/)
  return pathOf(page)
}

/** The window of the operating system in which a file is chosen is beyond a test; its box and its button are not. */
async function givePaper(job: Job, page: Page, paper: string) {
  const form = `main form[action$="/files/${paper}"]`
  const buffer = Buffer.from(`${paper} ${job.asked_count} ${job.story.row.cnic}`)
  const file = { name: `${paper}.pdf`, mimeType: 'application/pdf', buffer }
  await page.locator(`${form} input[type="file"]`).setInputFiles(file)
  await job.story.hand.go(page, `${form} button`)
}

/** The prosecutor ticks what he has seen himself, and sends it on. */
export const forward = (job: Job, check_path: string) =>
  at(job, job.register.as.prosecutorMultan, async (page) => {
    await mouse.go(page, `main a[href="${check_path}"]`)
    await see(job, page, 'screen')
    for (const item of CHECKLIST) await page.locator(`#${item}`).check()
    await mouse.go(page, 'form[action$="/forwardings"] button')
    await see(job, page, 'forwarded')
  })

/** The Bureau's first officer compares and proposes; what he saw beside the request. */
export const propose = (job: Job, check_path: string, outcome: 'record_exists' | 'no_record') =>
  at(job, job.register.as.bureauOfficer, async (page) => {
    await mouse.go(page, `main a[href="${check_path}/answer"]`)
    await see(job, page, `desk-${outcome}`)
    const candidates = (await page.locator('main table').first().textContent()) ?? ''
    await page.locator(`input[name="outcome"][value="${outcome}"]`).check()
    const meant = page.locator('input[name="person_id"]')
    // Whoever is off the register is shown beside the request, and cannot be chosen.
    if (outcome === 'record_exists') await meant.first().check()
    else assert.equal(await meant.count(), 0)
    await mouse.go(page, 'form[action$="/answers"] button')
    return candidates
  })

/** A second officer releases the answer. */
export const release = (job: Job, check_path: string) =>
  at(job, job.register.as.bureauOfficerTwo, async (page) => {
    await mouse.go(page, `main a[href="${check_path}/answer"]`)
    await see(job, page, 'release')
    await mouse.go(page, 'form[action$="/releases"] button')
    await see(job, page, 'released')
  })

/** The investigator opens the answer from his day; what it says, and the mark across it. */
export const open = (job: Job, check_path: string, and_then?: (page: Page) => Promise<void>) =>
  at(
    job,
    job.register.as.investigatorMultan,
    async (page) => {
      const { hand } = job.story
      await hand.go(page, `main a[href="${check_path}"]`)
      await see(job, page, 'answered')
      await hand.go(page, 'main form[action$="/openings"] button')
      await see(job, page, 'answer')
      const said = { text: await main(page), mark: (await page.locator('.watermark').textContent()) ?? '' }
      await and_then?.(page)
      return said
    },
    job.story.hand !== mouse,
  )

/** He compares with the man's own papers: the father's name and the year of birth agree. */
export const confirmHim = (job: Job) => async (page: Page) => {
  const { hand } = job.story
  await hand.tick(page, 'input[name="said"][value="him"]')
  for (const one of ['father', 'born_year'])
    await hand.tick(page, `input[name="identifiers"][value="${one}"]`)
  await hand.go(page, 'main form[action$="/confirmations"] button')
  await page.locator('.notice.success').waitFor()
  await see(job, page, 'confirmed')
}

/** The legal officer records that the conviction was set aside; it waits for a second officer. */
export const setAside = (job: Job) =>
  at(job, job.register.as.legalOfficer, async (page) => {
    await mouse.go(page, 'nav a[href="/searches"]')
    await page.locator('#query').fill(job.story.row.cnic)
    await page.locator('input[name="purpose"][value="legal_review"]').check()
    await page.locator('#case_reference').fill('Crl. A. 512/2026')
    await mouse.go(page, 'form[action="/searches"] button')
    await mouse.go(page, `main a[href="${job.person_path}"]`)
    await mouse.go(page, `main a[href="${job.person_path}/convictions"]`)
    await mouse.go(page, 'main a[href$="/appeals/new"]')
    await page.locator('input[name="event"][value="set_aside"]').check()
    await page.locator('#happened_on').fill(Temporal.Now.plainDateISO('Asia/Karachi').toString())
    await page.locator('#court').fill('Lahore High Court, Multan Bench')
    await page.locator('#order_number').fill('Crl. A. 512/2026')
    await mouse.go(page, 'form[action$="/appeals/effects"] button')
    await see(job, page, 'appeal-effect')
    await mouse.go(page, 'button[formaction$="/appeals"]')
    await see(job, page, 'appeal-proposed')
    assert.match(pathOf(page), /^\/approvals\//)
    return pathOf(page)
  })

/** An officer of the Bureau finds the proposal on his day and approves it. */
export const approve = (job: Job, approval_path: string) =>
  at(job, job.register.as.bureauOfficer, async (page) => {
    await mouse.go(page, `main a[href="${approval_path}"]`)
    await see(job, page, 'appeal-approval')
    await mouse.go(page, 'form[action$="/approve"] button')
    await page.locator('.notice.success').waitFor()
    await see(job, page, 'appeal-approved')
  })

/** The investigator is told on his day that his copy is called back, and says that it is gone. */
export const confirmGone = (job: Job, check_path: string) =>
  at(
    job,
    job.register.as.investigatorMultan,
    async (page) => {
      const { hand } = job.story
      await see(job, page, 'recall-day')
      await hand.go(page, 'main a[href="/recalls"]')
      await see(job, page, 'recalls')
      await hand.go(page, 'button[value="destroyed"]')
      await see(job, page, 'recalls-confirmed')
      assert.equal(await page.locator('button[value="destroyed"]').count(), 0)
      await page.goto(check_path)
      assert.equal(
        await page.locator('form[action$="/openings"]').count(),
        0,
        'a recalled answer opens no more',
      )
      assert.equal(
        await page.locator('main .notice.warning a[href="/recalls"]').count(),
        1,
        'he is told so there',
      )
      await see(job, page, 'recalled-check')
    },
    job.story.hand !== mouse,
  )

/** What the Bureau reads of the copy that was called back. */
export const readRecalls = (job: Job) =>
  at(job, job.register.as.bureauOfficer, async (page) => {
    await mouse.go(page, 'nav a[href="/checks"]')
    await mouse.go(page, 'main a[href="/disclosures"]')
    await mouse.go(page, 'main a[href="/recalls"]')
    await see(job, page, 'bureau-recalls')
    return main(page)
  })
