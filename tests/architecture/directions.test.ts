// DESIGN 2: who may import whom. One list; a new direction is a line here and an argument in docs/decisions/.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Import, importsOf, programs } from './source.ts'

/** What a noun of the server takes from another noun, and for what. A pair that is not needed any more is refused too. */
const NOUNS: Record<string, readonly string[]> = {
  agencies: ['approvals'], // let in by two
  appeals: ['approvals', 'duties', 'exits', 'people'], // decided by two; moves dates, and may begin an exit
  breaches: ['approvals', 'duties', 'people', 'prints'], // worked out live, decided by two, shown within the person's record
  calendar: ['approvals', 'duties', 'prints'], // a strike-out is decided by two; what moves is computed; a week is printed
  checks: ['approvals', 'clearances', 'disclosures', 'duties', 'people', 'searches'], // answered by two, of whoever is on the register today
  clearances: ['approvals', 'people'], // withdrawn by two, none of them partial; who bears a number is all records of a person
  'civil-events': ['duties', 'identities', 'people'], // asked through the port of the identity agency; what was not told, on any record of his, moves duties
  conflicts: ['approvals'], // whether one was declared already; withdrawn by two
  corrections: ['approvals', 'disclosures', 'matches', 'people'], // decided by two; calls copies back, is compared anew, shown within the person's record
  day: [
    ...['approvals', 'breaches', 'checks', 'civil-events', 'clearances', 'disclosures', 'drafts', 'duties'],
    ...['emergencies', 'entries', 'exits', 'expectations', 'law-changes', 'matches', 'statistics'],
    ...['takeovers', 'transfers'],
  ], // counts what waits in each
  drafts: ['approvals', 'duties', 'entries', 'expectations', 'searches'], // given back, judged by the pack in force, handed on, what was expected met; compared by name
  disclosures: ['people', 'prints'], // the access report is a paper of what stands on his page
  duties: ['people', 'stays'], // shown within the person's record, with what pauses them
  emergencies: ['approvals', 'people'], // a conflict keeps a second officer away; what is shown is the card of a person
  entries: ['approvals', 'drafts', 'duties', 'expectations', 'imports', 'matches', 'people'], // names the pack that judged it; a draft, compared with its return and people held, decided by two
  exits: ['approvals', 'disclosures', 'duties', 'people'], // a conflict keeps an officer away; follows the registration as the engine computes it
  expectations: ['entries'], // names the draft that answers it
  identities: ['approvals', 'entries', 'invented'], // the answer hands a draft on; the simulator knows invented people
  matches: ['approvals', 'clearances', 'duties', 'entries', 'exits', 'people', 'searches'], // merged by two, who then owes his duties once; may leave when taken apart; drafts and records compared by the register's own scale
  imports: ['disclosures', 'drafts', 'duties', 'expectations'], // judged by the pack in force; confirmed rows become drafts, each of them expected
  instruments: ['approvals'], // opens a desk by two
  notices: ['approvals', 'duties', 'people', 'prints'], // struck out by two; moves duties; shown within the person's record
  officers: ['approvals'],
  'law-changes': ['disclosures', 'drafts', 'duties', 'entries', 'exits'], // computes whom the change touches, begins or takes back exits, opens a closed entry again
  packs: ['approvals', 'law-changes', 'simulations'], // decided by two, on what the newest simulation found
  people: ['approvals', 'disclosures', 'duties', 'searches', 'visits'], // a conflict keeps an officer away; what was given out stands beside who looked; the bar says how he stands; a purpose given for one person is a search; an address is graded by visits
  prints: ['disclosures'], // a paper about a person leaves the register
  quotas: ['approvals'], // a limit is raised by two
  recompute: ['duties'], // the first calculator, as every page runs it
  reminders: ['duties', 'people'], // sent of what is owed; the number stands with the person
  searches: ['clearances', 'people'], // a result is the card of a person, or of one whom a slip says he is not
  servings: ['duties', 'notices', 'people', 'prints'], // begins duties; a paper of the desk, as a notice is
  simulations: ['approvals', 'disclosures', 'duties', 'entries', 'packs'], // a conflict keeps an officer away; a draft pack over everybody's duties, and over entries that were closed
  stays: ['duties', 'people'],
  strikeouts: ['approvals', 'duties', 'exits', 'people'],
  transfers: ['duties', 'people'], // dates are worked out anew by the new desk
  travel: ['duties', 'people'],
  visits: ['duties', 'people'],
  // Not nouns of the register: they put the demo together, and fill it.
  demo: ['audit', 'invented'],
  invented: ['demo', 'duties', 'people', 'searches'],
}
/** Pages of one noun that stand within another's. */
const PAGES: Record<string, readonly string[]> = {
  appeals: ['duties', 'people'],
  breaches: ['people'],
  checks: ['clearances'],
  corrections: ['people'],
  drafts: ['searches'],
  duties: ['calendar', 'people', 'stays'],
  emergencies: ['checks'],
  matches: ['clearances', 'people', 'searches'],
  notices: ['people'],
  people: ['disclosures', 'searches'],
  reminders: ['people'],
  servings: ['people'],
  stays: ['duties', 'people'],
  strikeouts: ['people'],
  transfers: ['people'],
  travel: ['people'],
  visits: ['duties', 'people'],
}
/** Files of the server that stand above all nouns. */
const CONTENTS = ['server/app.ts', 'server/open-program.ts', 'server/start-service.ts']

const LIBRARIES: Record<string, readonly string[]> = {
  law: ['typebox', 'node:fs'],
  domain: ['node:crypto', 'typebox'],
  contract: ['typebox'],
  islands: [],
  verifier: [],
  pages: ['preact', 'typebox'],
}

const room = (path: string) => path.split('/')[0] ?? ''
const folderOf = (path: string) => path.split('/').slice(0, 2).join('/')
const within = (path: string, ...folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

/** Whether one file may import another of ours. */
function mayImport(from: string, to: string): boolean {
  const folder = from.split('/')[1] ?? ''
  switch (room(from)) {
    case 'law':
      return within(to, 'law')
    case 'domain':
      return within(to, 'domain', 'law')
    case 'contract':
      return within(to, 'contract', 'domain', 'law')
    case 'pages':
      return within(to, 'contract', 'domain', ...pagesOf(folder))
    case 'islands':
      return within(to, 'islands', 'contract', 'domain')
    case 'verifier':
      return within(to, 'verifier')
    case 'server':
      return mayServerImport(from, folder, to)
    default:
      return room(to) !== 'database' // bin, bench and tests put things together
  }
}

const pagesOf = (noun: string) =>
  ['ui', 'language', noun, ...(PAGES[noun] ?? [])].map((name) => `pages/${name}`)

function mayServerImport(from: string, noun: string, to: string): boolean {
  if (CONTENTS.includes(from)) return within(to, 'server', 'law', 'domain', 'contract')
  if (noun === 'platform') return within(to, 'server/platform', 'pages', 'contract', 'domain', 'law')
  if (!within(to, 'server')) return within(to, 'pages', 'contract', 'domain', 'law')
  if (noun === 'demo' && CONTENTS.includes(to)) return true
  const target = to.split('/')[1] ?? ''
  const others = NOUNS[noun] ?? []
  return target === noun || target === 'platform' || others.includes(target)
}

const files = programs.filter((file) => !file.is_test)
const all: Import[] = files.flatMap(importsOf)

describe('imports', () => {
  it('go one way', () => {
    const wrong = all.filter((i) => i.is_ours && !mayImport(i.from, i.to)).map((i) => `${i.from} → ${i.to}`)
    assert.deepEqual(wrong, [])
  })
  it('are refused where they would go the other way', () => {
    const wrong: [string, string][] = [
      ['domain/duty/owed.ts', 'server/platform/clock.ts'],
      ['domain/duty/owed.ts', 'contract/drafts.ts'],
      ['contract/drafts.ts', 'server/app.ts'],
      ['pages/day/DayPage.tsx', 'server/day/queries.ts'],
      ['pages/day/DayPage.tsx', 'pages/drafts/DraftPage.tsx'],
      ['islands/passkey.ts', 'server/sessions/passkeys.ts'],
      ['server/platform/page.ts', 'server/people/queries.ts'],
      ['server/imports/routes.ts', 'server/people/queries.ts'],
      ['verifier/check.ts', 'domain/audit/merkle.ts'],
      ['bin/start.ts', 'database/schema.ts'],
    ]
    for (const [from, to] of wrong) assert.equal(mayImport(from, to), false, `${from} → ${to}`)
    assert.equal(importsOf({ path: 'a/b.ts', text: "import type { X } from '../c/d.ts'\n" })[0]?.to, 'c/d.ts')
  })
  it('between two nouns are needed where they are allowed', () => {
    const used = new Set(all.map(({ from, to }) => `${folderOf(from)} → ${folderOf(to)}`))
    const listed = (room_: string, pairs: typeof NOUNS) =>
      Object.entries(pairs).flatMap(([noun, others]) =>
        others.map((other) => `${room_}/${noun} → ${room_}/${other}`),
      )
    const idle = [...listed('server', NOUNS), ...listed('pages', PAGES)].filter((pair) => !used.has(pair))
    assert.deepEqual(idle, [])
  })
  it('of libraries are those of the room', () => {
    const wrong = all
      .filter((i) => !i.is_ours && LIBRARIES[room(i.from)] && !LIBRARIES[room(i.from)]?.includes(i.to))
      .map((i) => `${i.from} → ${i.to}`)
    assert.deepEqual(wrong, [])
  })
  it('make no circle', () => {
    const next = Map.groupBy(
      all.filter((i) => i.is_ours && !isTypeOnly(i)),
      (i) => i.from,
    )
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (path: string, way: string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      if (done.has(path)) return
      done.add(path)
      for (const { to } of next.get(path) ?? []) visit(to, [...way, path])
    }
    for (const { path } of files) visit(path, [])
    assert.deepEqual(circles, [])
  })
  it('name a file with its ending', () => {
    assert.deepEqual(
      all.filter((i) => i.is_ours && !/\.(tsx?|json)$/.test(i.to)).map((i) => `${i.from} → ${i.to}`),
      [],
    )
  })
})

/** A type is gone when the program runs: two files may know each other's types. */
function isTypeOnly({ from, to }: Import): boolean {
  const text = files.find((file) => file.path === from)?.text ?? ''
  const name = to.split('/').at(-1) ?? ''
  return text.split('\n').some((line) => line.startsWith('import type ') && line.includes(`/${name}'`))
}
