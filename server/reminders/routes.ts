/** A person's number for reminders, and the list of whom a station reminds itself. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import {
  ContactAsked,
  ContactForm,
  ContactKept,
  ReminderList,
  ReminderQuery,
  type ReminderRow,
} from '../../contract/reminders.ts'
import { readMobile } from '../../domain/reminder/mobile.ts'
import { stepOf } from '../../domain/reminder/steps.ts'
import { ContactPage } from '../../pages/reminders/ContactPage.tsx'
import { ReminderListPage } from '../../pages/reminders/ReminderListPage.tsx'
import { findRows, keyOf, PAGE_ROWS, readKey, showRows } from '../duties/lists.ts'
import { openPerson } from '../people/head.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { blindIndex, seal } from '../platform/keys.ts'
import { findWithin, placeName } from '../platform/place-asked.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { contactPlace, findContact, findKey, openNumber, readReminded } from './queries.ts'

const TAIL_DIGITS = 3

export function reminderRoutes(app: FastifyInstance, program: Program): void {
  contactRoutes(app, program)
  endpoint(app, program, {
    ...{ method: 'GET', url: '/reminders', summary: 'Whom to remind: due within 14 days, to be printed' },
    access: 'reminder.list',
    facts: ({ actor }) => ({ kind: 'duties', place: actor.place }),
    ...{ audit: 'reminder.listed', query: ReminderQuery, reply: ReminderList, page: ReminderListPage },
    event: ({ reply }) =>
      (reply?.rows ?? []).flatMap(({ person_id, name }) =>
        name === null ? [] : [{ subject_kind: 'person', subject_id: person_id, purpose: 'supervision' }],
      ),
    async handle({ tx, query, actor, now }) {
      const where = findWithin(program.places, actor, {})
      if (!where) throw new Problem('not_found')
      const listing = { tx, program, actor, now, where }
      const after = query.after === undefined ? undefined : readKey(query.after)
      const found = await findRows(listing, 'due', { after, most: PAGE_ROWS + 1 })
      const page = found.slice(0, PAGE_ROWS)
      const last = found.length > PAGE_ROWS ? page.at(-1) : undefined
      return {
        ...{ today: pakistanDay(now), place: placeName(program.places, where) },
        rows: await withReminders(tx, await showRows(listing, 'due', page)),
        next: last ? keyOf(last) : null,
        is_first: after === undefined,
      }
    },
  })
}

async function withReminders(
  tx: RegisterTx,
  rows: Awaited<ReturnType<typeof showRows>>,
): Promise<ReminderRow[]> {
  const { sent, reachable } = await readReminded(
    tx,
    rows.map(({ person_id }) => person_id),
  )
  const of = (row: { person_id: string; duty: string | null }) =>
    [...sent.values()].findLast((one) => one.person_id === row.person_id && one.duty === row.duty)
  return rows.map((row) => ({
    ...row,
    channel: reachable.has(row.person_id) ? 'sms' : 'print',
    sent_at: of(row)?.sent_at ?? null,
    step_days: stepOf(row.days_left ?? 0) ?? null,
  }))
}

function contactRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/phones/new', summary: 'The form of a number for reminders' },
    ...{ access: 'contact.add', audit: 'contact.form_seen', reply: ContactForm, page: ContactPage },
    async handle(looking) {
      const { head, key } = await openPerson(looking)
      const contact = await findContact(looking.tx, looking.params.person_id)
      if (!contact || !key) return { person: head, held: null }
      const language = contact.language === 'en' ? ('en' as const) : ('ur' as const)
      const tail = openNumber(key, contact).slice(-TAIL_DIGITS)
      return { person: head, held: { tail, language, agreed_on: contact.agreed_on } }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/phones', status: 201 },
    ...{ summary: 'Write down, replace or withdraw the number for reminders', params: PersonId },
    ...{ access: 'contact.add', facts: personFacts(program), audit: 'contact.added', event: aboutPerson },
    ...{ body: ContactAsked, reply: ContactKept },
    form: ({ params }) => paths.newContact(params.person_id),
    then: ({ params }) => paths.newContact(params.person_id),
    async handle({ tx, params, body, actor, now, record }) {
      const number = body.number === null ? null : readMobile(body.number)
      if (number === undefined) throw invalid('number', 'reminders.fault.not_mobile')
      if (number !== null && !body.is_agreed) throw invalid('is_agreed', 'reminders.fault.not_agreed')
      const key = await findKey(tx, program.keyring, params.person_id)
      if (!key) throw new Problem('not_found')
      await tx
        .updateTable('register.person_contact')
        .set({ superseded_at: now.toString() })
        .where('person_id', '=', params.person_id)
        .where('superseded_at', 'is', null)
        .execute()
      if (number === null) return { person_id: params.person_id, contact_id: null }
      const contact_id = randomUUID()
      const row = {
        ...{ contact_id, person_id: params.person_id, kind: 'mobile', language: body.language },
        number_enc: seal(key, contactPlace(contact_id), number),
        number_index: blindIndex(program.keyring, 'mobile', number),
        ...{ agreed_on: pakistanDay(now), added_at: now.toString(), added_by: actor.officer_id },
      }
      await tx.insertInto('register.person_contact').values(row).execute()
      record({ row_after: rowHash(row), purpose: 'supervision' })
      return { person_id: params.person_id, contact_id }
    },
  })
}
