/** What waits for each role. A section that a role may not see is not made, so it is not there. */
import type { DayReply, DayRow, SectionKey } from '../../contract/day.ts'
import { paths } from '../../contract/paths.ts'
import type { Actor, Role } from '../../domain/access/actor.ts'
import type { Stage } from '../../domain/draft/stage.ts'
import { listOpenApprovals } from '../approvals/queries.ts'
import { queueOf } from '../approvals/queue.ts'
import { countUndecided } from '../breaches/undecided.ts'
import { countStages, listDrafts } from '../drafts/queries.ts'
import { getPackInForce } from '../duties/packs.ts'
import { clockOf, districtOf, listEntries, nameOf } from '../entries/queries.ts'
import { listWaiting } from '../exits/queries.ts'
import { countExpectations, listExpectations } from '../expectations/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { countPublished } from '../statistics/queries.ts'
import { listStalled } from '../takeovers/queries.ts'
import { countWaiting } from '../transfers/queries.ts'
import { checkSection, slipsSection } from './check-sections.ts'
import { closuresSection, dutySection } from './duty-sections.ts'
import { emergenciesSection, unjustifiedSection } from './emergency-sections.ts'
import { lawTasksSection } from './law-sections.ts'
import { civilEventsSection, linkedSection, matchesSection } from './match-sections.ts'
import { countNewPeople, countRefusals, listNewPeople, listOpenImports } from './queries.ts'
import { lateOfDistrictSection, recallsSection } from './recall-sections.ts'
import { refusedChecksSection } from './refused-checks.ts'

type Section = DayReply['sections'][number]
export type Making = { tx: RegisterTx; program: Program; actor: Actor; now: Temporal.Instant }
/** A row whose act is to open it. */
const PLAIN = { on: null, act: null }

/** Whom nobody told, and who is about to be released, comes before everything that can wait. */
const BUREAU_DUTIES = [
  ...([
    'calculators_differ',
    'not_served',
    'releases',
    'custody_unknown',
    'law_tasks',
    'exits',
    'closures',
  ] as const),
] as const
const STATION_DUTIES = [
  ...(['overdue', 'undecided', 'due_today', 'this_week', 'calculators_differ'] as const),
  ...(['not_served', 'custody_unknown', 'releases', 'transfers'] as const),
] as const

const SECTIONS_OF: Record<Role, readonly SectionKey[]> = {
  prosecutor: ['checks_screen', 'returned', 'stalled', 'collecting', 'imports', 'expectations', 'under_way'],
  deputy_prosecutor: [
    'checks_screen',
    'returned',
    'stalled',
    'collecting',
    'imports',
    'expectations',
    'under_way',
  ],
  bureau_officer: [
    'emergencies',
    'checks_answer',
    'checks_release',
    'slips',
    'recalls',
    'entries',
    'matches',
    'civil_events',
    'approvals',
    'stalled',
    'expectations',
    ...BUREAU_DUTIES,
  ],
  bureau_supervisor: [
    'emergencies',
    'checks_late',
    'recalls_late',
    'checks_answer',
    'checks_release',
    'slips',
    'recalls',
    'entries',
    'matches',
    'civil_events',
    'approvals',
    'stalled',
    'expectations',
    ...BUREAU_DUTIES,
  ],
  legal_officer: ['legal'],
  station_officer: [...STATION_DUTIES, 'civil_events', 'linked', 'exits', 'new_people'],
  station_head: [
    'emergencies',
    'recalls',
    'approvals',
    ...STATION_DUTIES,
    'civil_events',
    'linked',
    'exits',
    'new_people',
  ],
  district_police_officer: [
    'emergencies',
    'checks_late',
    'recalls_late',
    'approvals',
    'undecided',
    'overdue',
    'not_served',
    'releases',
    'closures',
    'linked',
    'new_people',
  ],
  administrator: ['emergencies_unjustified', 'approvals'],
  auditor: ['refusals'],
  investigator: ['emergencies', 'recalls', 'checks_answered', 'checks_refused', 'checks_own'],
  committee_analyst: ['figures'],
  night_work: [],
}

export const MOST_ROWS = 10

/** Shown only when there is one. */
const EXCEPTIONS: readonly SectionKey[] = [
  ...(['stalled', 'undecided', 'transfers', 'exits', 'calculators_differ'] as const),
  ...(['checks_late', 'checks_refused', 'emergencies', 'emergencies_unjustified'] as const),
  ...(['linked', 'recalls', 'recalls_late', 'law_tasks', 'civil_events'] as const),
]

/** The sections of a role, in the order of their urgency. */
export async function listSections(role: Role, making: Making): Promise<Section[]> {
  const sections = await Promise.all(SECTIONS_OF[role].map((key) => MAKERS[key](making)))
  return sections.filter(({ key, count }) => count > 0 || !EXCEPTIONS.includes(key))
}

async function draftsAt(
  making: Making,
  stages: readonly Stage[],
  keep: (d: { was_returned: boolean }) => boolean,
  is_named: boolean,
) {
  const { tx, program, now } = making
  const today = pakistanDay(now)
  const [pack, ...lists] = await Promise.all([
    getPackInForce(tx, today),
    ...stages.map((stage) => listDrafts(tx, program.keyring, { stage, after: undefined })),
  ])
  return lists
    .flatMap((list) => list.drafts)
    .filter((d) => keep({ was_returned: Boolean(d.was_returned) }))
    .map(
      (d): DayRow => ({
        ...{
          id: d.draft_id,
          href: paths.draft(d.draft_id),
          name: is_named ? nameOf(d.body?.person.names ?? [], 'name') : null,
        },
        ...{
          note: districtOf(program.places, d.district_id),
          flags: [`stage_${d.stage}`],
          since_at: d.updated_at,
        },
        ...PLAIN,
        clock: clockOf(d.convicted_on, today, pack),
      }),
    )
}

const byClock = (a: DayRow, b: DayRow) =>
  (a.clock?.days_left ?? 999) - (b.clock?.days_left ?? 999) ||
  ((a.since_at ?? '') < (b.since_at ?? '') ? -1 : 1)

async function draftSection(
  making: Making,
  key: SectionKey,
  stages: readonly Stage[],
  keep = (_d: { was_returned: boolean }) => true,
  is_named = true,
): Promise<Section> {
  const rows = (await draftsAt(making, stages, keep, is_named)).sort(byClock)
  const counted = await countStages(making.tx)
  const of_stages = counted
    .filter((c) => stages.some((s) => s === c.stage))
    .reduce((sum, c) => sum + Number(c.count), 0)
  // Beyond what a list shows, only the stage can be counted; within it, what was kept is exact.
  const count = of_stages > 50 ? of_stages : rows.length
  return {
    key,
    count,
    href: stages.length === 1 ? `${paths.drafts()}?stage=${stages[0]}` : paths.drafts(),
    rows: rows.slice(0, MOST_ROWS),
  }
}

async function entriesSection({ tx, program, now }: Making): Promise<Section> {
  const { entries, next } = await listEntries(
    tx,
    { keyring: program.keyring, places: program.places, now },
    undefined,
  )
  const waiting =
    next === null
      ? entries.length
      : Number((await countStages(tx)).find((c) => c.stage === 'bureau')?.count ?? entries.length)
  const rows = entries.map(
    (e): DayRow => ({
      ...{ id: e.draft_id, href: paths.entry(e.draft_id), name: e.name, note: e.district },
      ...{ ...PLAIN, flags: e.flags, since_at: e.proposed_at, clock: e.clock },
    }),
  )
  return { key: 'entries', count: waiting, href: '/entries', rows: rows.sort(byClock).slice(0, MOST_ROWS) }
}

async function approvalsSection({ tx, now, actor }: Making): Promise<Section> {
  const open = (await listOpenApprovals(tx, queueOf(actor, now))).filter(
    (a) => a.kind !== 'entry' && a.kind !== 'check',
  )
  const rows = open.slice(0, MOST_ROWS).map(
    (a): DayRow => ({
      ...{
        id: a.approval_id,
        href: paths.approval(a.approval_id),
        name: null,
        note: { en: a.name_en, ur: a.name_ur },
      },
      ...{ ...PLAIN, flags: [`approval_${a.kind}`], since_at: a.proposed_at, clock: null },
    }),
  )
  return { key: 'approvals', count: open.length, href: paths.approvals(), rows }
}

async function importsSection({ tx }: Making): Promise<Section> {
  const open = await listOpenImports(tx)
  const rows = open.slice(0, MOST_ROWS).map(
    (i): DayRow => ({
      ...{ id: i.import_id, href: paths.import(i.import_id), name: null, note: null },
      ...{ ...PLAIN, flags: [`import_${i.state}`], since_at: i.uploaded_at, clock: null },
    }),
  )
  return { key: 'imports', count: open.length, href: paths.imports(), rows }
}

async function stalledSection({ tx, program }: Making): Promise<Section> {
  const stalled = await listStalled(tx)
  const rows = stalled.slice(0, MOST_ROWS).map((one): DayRow => {
    const unit = program.places.units.get(one.unit_id)
    return {
      ...{ ...PLAIN, id: one.posting_id, href: paths.takeovers(), name: null },
      ...{ note: { en: one.name_en, ur: one.name_ur }, flags: [], since_at: one.oldest_at, clock: null },
      ...(unit
        ? { note: { en: `${one.name_en}, ${unit.name_en}`, ur: `${one.name_ur}، ${unit.name_ur}` } }
        : {}),
    }
  })
  const count = stalled.reduce((sum, one) => sum + Number(one.draft_count), 0)
  return { key: 'stalled', count, href: paths.takeovers(), rows }
}

/** Only the oldest is named here: the list has the rest. */
async function expectationsSection({ tx, program }: Making): Promise<Section> {
  const [{ open }, oldest] = await Promise.all([
    countExpectations(tx),
    listExpectations(tx, { state: 'open', after: undefined, limit: 1 }),
  ])
  const rows = oldest.map(
    (one): DayRow => ({
      ...{ ...PLAIN, id: one.expectation_id, href: paths.expectations(), name: null, clock: null },
      note: districtOf(program.places, one.district_id),
      flags: [`stage_${one.draft_id === null ? 'discarded' : one.stage}`],
      since_at: one.created_at,
    }),
  )
  return { key: 'expectations', count: open, href: paths.expectations(), rows }
}

/** Certificates that wait to be printed or handed over; each row leads to its one act. */
async function exitsSection({ tx, program, now, actor }: Making): Promise<Section> {
  const waiting = await listWaiting(tx, program, actor.place.station, pakistanDay(now))
  const rows = waiting.slice(0, MOST_ROWS).map(
    (exit): DayRow => ({
      ...{ id: exit.exit_id ?? exit.person_id, name: exit.name, note: exit.station, clock: null },
      ...{ ...PLAIN, href: exit.exit_id ? paths.exit(exit.exit_id) : paths.exits() },
      flags: [exit.has_certificate ? 'certificate_waits' : 'certificate_to_print'],
      since_at: `${exit.left_on}T00:00:00.000Z`,
    }),
  )
  return { key: 'exits', count: waiting.length, href: paths.exits(), rows }
}

/** Missed duties past the limit that nobody has decided on: the list has them. */
const undecidedSection = async ({ tx, now, actor }: Making): Promise<Section> => ({
  ...{ key: 'undecided', count: await countUndecided(tx, { now, actor }), href: paths.breaches(), rows: [] },
})

/** People offered to this station who wait for its answer, and those it offered. */
const transfersSection = async ({ tx, actor }: Making): Promise<Section> => ({
  ...{
    key: 'transfers',
    count: await countWaiting(tx, actor.place.station),
    href: paths.transfers(),
    rows: [],
  },
})

/** The tables of the last closed quarter that are published. */
const figuresSection = async ({ tx, now }: Making): Promise<Section> => ({
  ...{
    key: 'figures',
    count: await countPublished(tx, pakistanDay(now)),
    href: paths.statistics(),
    rows: [],
  },
})

async function newPeopleSection({ tx, now }: Making): Promise<Section> {
  const [people, count] = await Promise.all([listNewPeople(tx, now, MOST_ROWS), countNewPeople(tx, now)])
  const rows = people.map(
    (p): DayRow => ({
      ...{
        id: p.person_id,
        href: paths.person(p.person_id),
        name: null,
        note: { en: p.record_number, ur: p.record_number },
      },
      ...{ ...PLAIN, flags: [], since_at: p.entered_at, clock: null },
    }),
  )
  return { key: 'new_people', count, href: null, rows }
}

const MAKERS: Record<SectionKey, (making: Making) => Promise<Section>> = {
  returned: (making) => draftSection(making, 'returned', ['collecting'], (d) => d.was_returned),
  collecting: (making) => draftSection(making, 'collecting', ['collecting'], (d) => !d.was_returned),
  under_way: (making) => draftSection(making, 'under_way', ['identity', 'legal', 'bureau']),
  // The law asks for no name.
  legal: (making) => draftSection(making, 'legal', ['legal'], () => true, false),
  imports: importsSection,
  stalled: stalledSection,
  expectations: expectationsSection,
  exits: exitsSection,
  law_tasks: lawTasksSection,
  undecided: undecidedSection,
  transfers: transfersSection,
  slips: slipsSection,
  recalls: (making) => recallsSection(making, 'open'),
  recalls_late: (making) =>
    making.actor.role === 'bureau_supervisor'
      ? recallsSection(making, 'late')
      : lateOfDistrictSection(making),
  entries: entriesSection,
  approvals: approvalsSection,
  overdue: (making) => dutySection(making, 'overdue'),
  due_today: (making) => dutySection(making, 'due_today'),
  this_week: (making) => dutySection(making, 'this_week'),
  not_served: (making) => dutySection(making, 'not_served'),
  custody_unknown: (making) => dutySection(making, 'custody_unknown'),
  releases: (making) => dutySection(making, 'releases'),
  calculators_differ: (making) => dutySection(making, 'calculators_differ'),
  closures: closuresSection,
  new_people: newPeopleSection,
  emergencies: emergenciesSection,
  emergencies_unjustified: unjustifiedSection,
  checks_answered: (making) => checkSection(making, 'checks_answered'),
  checks_own: (making) => checkSection(making, 'checks_own'),
  checks_refused: refusedChecksSection,
  checks_screen: (making) => checkSection(making, 'checks_screen'),
  checks_answer: (making) => checkSection(making, 'checks_answer'),
  checks_release: (making) => checkSection(making, 'checks_release'),
  checks_late: (making) => checkSection(making, 'checks_late'),
  figures: figuresSection,
  matches: matchesSection,
  linked: linkedSection,
  civil_events: civilEventsSection,
  refusals: async ({ tx, now }) => ({
    key: 'refusals',
    count: await countRefusals(tx, now),
    href: `${paths.audit()}?outcome=refused`,
    rows: [],
  }),
}
