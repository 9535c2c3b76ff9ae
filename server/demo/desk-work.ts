/**
 * The work of a station's desk in the demo: missed duties at each stage, transfers, proofs of service, an outage, orders
 * of courts. As elsewhere every act goes through the site as its officer would do it; whom it is done to is whoever
 * the register's own lists offer.
 */
import type { BreachShown, UndecidedList } from '../../contract/breaches.ts'
import type { ConflictList } from '../../contract/conflicts.ts'
import type { DayReply } from '../../contract/day.ts'
import type { EffectSeen, PersonDuties } from '../../contract/duties.ts'
import type { DutyListReply } from '../../contract/duty-lists.ts'
import type { PersonConvictions } from '../../contract/people.ts'
import { duty_names } from '../../domain/duty/facts.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import { type Ask, actAs, type Working } from './acting.ts'

type Lapse = UndecidedList['lapses'][number]

const [HERE, NEXT_DOOR] = ['pb_multan_saddar', 'pb_multan_cantt']
const LOOK = { purpose: 'supervision', case_reference: 'Diary 1' }

const daysBefore = (today: string, days: number) =>
  Temporal.PlainDate.from(today).subtract({ days }).toString()

/** Asks, and tells which act was refused and why. */
async function must<T>(ask: Ask, method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const reply = await ask(method, path, body)
  if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body as T
}

/** Lapses of the demo's station about which a missed duty may be opened, one a person, the latest first. */
async function openable(working: Working): Promise<Lapse[]> {
  const { lapses } = await actAs(working, 'station_officer', (ask) =>
    must<UndecidedList>(ask, 'GET', '/breaches'),
  )
  const found = lapses.filter(({ openable: { when }, breach_id }) => when === 'now' && breach_id === null)
  return [...new Map(found.map((lapse) => [lapse.person_id, lapse])).values()].reverse()
}

/** The second officer's yes. */
const approve = (working: Working, officer: string, approval_id: string) =>
  actAs(working, officer, async (ask) => {
    const { shown_hash } = await must<{ shown_hash: string }>(ask, 'GET', `/approvals/${approval_id}`)
    await must(ask, 'POST', `/approvals/${approval_id}/approve`, { shown_hash })
  })

const giveBack = (working: Working, officer: string, approval_id: string, reason: string) =>
  actAs(working, officer, async (ask) => {
    const { shown_hash } = await must<{ shown_hash: string }>(ask, 'GET', `/approvals/${approval_id}`)
    await must(ask, 'POST', `/approvals/${approval_id}/return`, { shown_hash, reason })
  })

/** Opens the lapse as a missed duty; with `contacts` attempts to speak with the person, of which the last one did. */
async function openBreach(ask: Ask, { today }: Working, { person_id, duty, key }: Lapse, contacts: number) {
  const opened = await must<{ breach_id: string }>(ask, 'POST', `/people/${person_id}/breaches`, {
    duty,
    key,
  })
  for (let nth = contacts; nth > 0; nth--)
    await must(ask, 'POST', `/people/${person_id}/contacts`, {
      ...{ duty, key, kind: nth > 1 ? 'visit' : 'call', made_on: daysBefore(today, nth - 1) },
      ...{ outcome: nth > 1 ? 'not_reached' : 'spoke' },
      note: nth > 1 ? 'The door was locked.' : 'Says that he will come tomorrow.',
    })
  return opened.breach_id
}

const REFER = { decision: 'refer', ground: 'answered_without_cause', reason: 'Spoken to, gave no cause.' }
const SPARE = { decision: 'not_refer', ground: 'unwell', reason: 'In bed with fever; the doctor was seen.' }

/** A missed duty each: just opened, tried once, to be signed, given back, spared, referred and printed. */
async function missedDuties(working: Working): Promise<void> {
  const [fresh, tried, to_sign, back, spared, referred] = await openable(working)
  const decide = (lapse: Lapse, decision: object) =>
    actAs(working, 'station_officer', async (ask) => {
      const breach_id = await openBreach(ask, working, lapse, 2)
      const at = `/breaches/${breach_id}/decisions`
      const { approval_id } = await must<{ approval_id: string }>(ask, 'POST', at, decision)
      return { breach_id, approval_id }
    })
  await actAs(working, 'station_officer', async (ask) => {
    if (fresh) await openBreach(ask, working, fresh, 0)
    if (tried) await openBreach(ask, working, tried, 1)
  })
  if (to_sign) await decide(to_sign, REFER)
  if (back)
    await giveBack(working, 'station_head', (await decide(back, REFER)).approval_id, 'Visit him once more.')
  if (spared) await approve(working, 'station_head', (await decide(spared, SPARE)).approval_id)
  if (!referred) return
  const { breach_id, approval_id } = await decide(referred, REFER)
  await approve(working, 'station_head', approval_id)
  await actAs(working, 'station_officer', (ask) =>
    must<BreachShown>(ask, 'POST', `/breaches/${breach_id}/referrals`),
  )
}

/** Acts as if it were so many days ago, for what must have waited. */
async function daysAgo<T>({ program }: Working, days: number, work: () => Promise<T>): Promise<T> {
  const { clock } = program
  program.clock = { now: () => clock.now().subtract({ hours: 24 * days }) }
  try {
    return await work()
  } finally {
    program.clock = clock
  }
}

/** Days after which an offer is late; docs/decisions/0039. */
const LATE_DAYS = 9

/** One offer of the station that is late, and one to it that waits for its answer. */
async function transfers(working: Working): Promise<void> {
  // The last one: the other parts begin with the first.
  const ours = (await openable(working)).at(-1)
  const away = { to_station_id: NEXT_DOOR, cause: 'moved_house' }
  if (ours)
    await daysAgo(working, LATE_DAYS, () =>
      actAs(working, 'station_head', (ask) => must(ask, 'POST', `/people/${ours.person_id}/transfers`, away)),
    )
  await actAs(working, 'bureau_officer', async (ask) => {
    const theirs = await elsewhere(ask)
    await must(ask, 'POST', `/people/${theirs.person_id}/transfers`, {
      to_station_id: HERE,
      cause: 'area_changed',
    })
  })
}

/** Somebody overdue at another station than the demo's. */
async function elsewhere(ask: Ask, nth = 0) {
  const { rows } = await must<DutyListReply>(ask, 'GET', '/duties?list=overdue')
  const found = rows.filter(({ station }) => station.en !== 'Saddar Multan')[nth]
  if (!found) throw new Error('nobody is overdue at another station')
  return found
}

/** A proof of service struck out, so that his duties must be explained anew, and the notice printed for it. */
async function toServe(working: Working): Promise<void> {
  const [, person] = await openable(working)
  if (!person) return
  const at = `/people/${person.person_id}`
  const { approval_id } = await actAs(working, 'station_officer', async (ask) => {
    await must(ask, 'POST', `${at}/looks`, LOOK)
    const { servings } = await must<PersonDuties>(ask, 'GET', `${at}/duties`)
    const reason = { reason: 'It was his brother who was told.' }
    const row = servings[0]?.serving_id
    return must<{ approval_id: string }>(ask, 'POST', `${at}/strikeouts/serving/${row}`, reason)
  })
  await approve(working, 'bureau_officer', approval_id)
  await actAs(working, 'station_officer', (ask) =>
    must(ask, 'POST', `${at}/servings/prints`, { language: 'ur' }),
  )
}

type Imprisoned = { person_id: string; custody_id: string }

/** People of the station who are on the register and served one prison sentence. */
const imprisoned = (working: Working) =>
  actAs(working, 'station_officer', async (ask) => {
    const { sections } = await must<DayReply>(ask, 'GET', '/')
    const found: Imprisoned[] = []
    for (const { id: person_id } of sections.find(({ key }) => key === 'new_people')?.rows ?? []) {
      await must(ask, 'POST', `/people/${person_id}/looks`, LOOK)
      const { registration, stays } = await must<PersonDuties>(ask, 'GET', `/people/${person_id}/duties`)
      const [custody, ...more] = stays.filter(({ kind }) => kind === 'custody')
      if (registration.status === 'active' && custody && more.length === 0)
        found.push({ person_id, custody_id: custody.stay_id })
    }
    return found
  })

/** A custody struck out of somebody who was imprisoned: custody unknown. Another waits for the second officer. */
async function custodyUnknown(working: Working): Promise<void> {
  const propose = ({ person_id, custody_id }: Imprisoned) =>
    actAs(working, 'station_officer', async (ask) => {
      const at = `/people/${person_id}/strikeouts/custody/${custody_id}`
      return must<{ approval_id: string }>(ask, 'POST', at, { reason: 'The jail wrote of another prisoner.' })
    })
  const [waiting, unknown] = (await imprisoned(working)).reverse()
  if (unknown) await approve(working, 'bureau_officer', (await propose(unknown)).approval_id)
  if (waiting) await propose(waiting)
}

/** Somebody asks to be reminded; a notice is received with its receipt; he is served in his language. */
async function papers(working: Working): Promise<void> {
  await actAs(working, 'station_officer', async (ask) => {
    const { rows } = await must<DutyListReply>(ask, 'GET', '/duties?list=due')
    for (const [nth, { person_id }] of rows.entries()) {
      const phone = { number: `0300000000${nth % 10}`, language: 'ur', is_agreed: true }
      await must(ask, 'POST', `/people/${person_id}/phones`, phone)
    }
    const [first] = rows
    if (first) await serveAndReceive(ask, working, first.person_id)
  })
  const { officer_id, posting_id } = NIGHT_WORK
  await working.program.jobs.add('reminders.plan', { id: officer_id, posting_id })
}

async function serveAndReceive(ask: Ask, { today }: Working, person_id: string) {
  const at = `/people/${person_id}`
  const yesterday = daysBefore(today, 1)
  const late = { back_dated_reason: 'The line was down yesterday.' }
  const { print_id } = await must<{ print_id: string }>(ask, 'POST', `${at}/servings/prints`, {
    language: 'ur',
  })
  await must(ask, 'POST', `${at}/servings`, {
    ...{ duties: duty_names, language: 'ur', spoken: 'skr', served_on: yesterday, served_time: '11:00' },
    ...{ proof: 'thumb_mark', print_id, ...late },
  })
  const { notice_id } = await must<{ notice_id: string }>(ask, 'POST', `${at}/notices`, {
    ...{ duty: 'notify_name_change', received_on: yesterday, received_time: '11:20' },
    ...{ received_how: 'in_person', document_seen: 'cnic', ...late },
    ...{ name_latin: 'Ghulam Sarwar', name_ur: 'غلام سرور', name_changed_on: yesterday },
  })
  await must(ask, 'POST', `/notices/${notice_id}/receipts`)
}

/** What the civil register tells of people of the station: a change of name, a new card, a death. */
async function civilRegister({ program }: Working): Promise<void> {
  const { officer_id, posting_id } = NIGHT_WORK
  await program.jobs.add('civil_events.read', { id: officer_id, posting_id })
}

/** Two hours without power at the desk last week. */
const outage = (working: Working) =>
  actAs(working, 'station_officer', async (ask) => {
    const on = daysBefore(working.today, 7)
    const what = { from_on: on, from_time: '10:00', to_on: on, to_time: '12:00', cause: 'power' }
    const { moved_count } = await must<{ moved_count: number }>(ask, 'POST', '/outages/counts', what)
    await must(ask, 'POST', '/outages', { ...what, moved_count })
  })

/** Conflicts of interest: one that stands, and one whose withdrawal waits for a second officer. */
const conflicts = (working: Working) =>
  actAs(working, 'bureau_officer_2', async (ask) => {
    const [one, slip] = [await elsewhere(ask, 1), await elsewhere(ask, 2)]
    for (const { record_number } of [one, slip])
      await must(ask, 'POST', '/conflicts', { record_number, reason_code: 'case' })
    const { conflicts: mine } = await must<ConflictList>(ask, 'GET', '/conflicts')
    const found = mine.find(({ record_number }) => record_number === slip.record_number)
    const reason = { reason: 'The record number was mistyped.' }
    await must(ask, 'POST', `/conflicts/${found?.conflict_id}/withdrawals`, reason)
  })

/** Orders of the court of appeal: an acquittal that waits, one approved whose certificate waits, and an appeal filed. */
async function appeals(working: Working): Promise<void> {
  const propose = (person_id: string, event: string) =>
    actAs(working, 'prosecutor', async (ask) => {
      await must(ask, 'POST', `/people/${person_id}/looks`, { ...LOOK, purpose: 'registration' })
      const { convictions } = await must<PersonConvictions>(ask, 'GET', `/people/${person_id}/convictions`)
      const fact = {
        ...{ conviction_id: convictions[0]?.conviction_id, event },
        happened_on: daysBefore(working.today, 2),
        ...{ court: 'Lahore High Court, Multan Bench', order_number: 'Crl. A. 512/2026' },
      }
      const at = `/people/${person_id}/appeals`
      const { effect_hash } = await must<EffectSeen>(ask, 'POST', `${at}/effects`, fact)
      return must<{ approval_id: string | null }>(ask, 'POST', at, { ...fact, effect_hash })
    })
  const [waits, filed] = await openable(working)
  if (waits) await propose(waits.person_id, 'acquitted')
  if (filed) await propose(filed.person_id, 'filed')
  const { rows } = await actAs(working, 'station_officer', (ask) =>
    must<DutyListReply>(ask, 'GET', '/duties?list=overdue'),
  )
  const here = rows.at(-1)
  const { approval_id } = here ? await propose(here.person_id, 'acquitted') : { approval_id: null }
  if (approval_id) await approve(working, 'bureau_officer', approval_id)
}

/** Done by itself, since it sets the clock back. */
export const BACK_DATED_PART = ['transfers', transfers] as const

/** What waits at the desk, each part by its name; a later part finds the people that an earlier one left alone. */
export const DESK_PARTS = [
  ['missed duties', missedDuties],
  ['duties to explain', toServe],
  ['custody unknown', custodyUnknown],
  ['papers and reminders', papers],
  ['an outage', outage],
  ['conflicts of interest', conflicts],
  ['orders of courts', appeals],
  ['the civil register', civilRegister],
] as const
