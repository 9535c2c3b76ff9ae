/** The bar at the head of every page of a person: who he is, how he stands, and what this officer may do. */
import type { PersonHead } from '../../contract/people.ts'
import type { Action } from '../../domain/access/actions.ts'
import type { Actor, Purpose } from '../../domain/access/actor.ts'
import { endOf, statusOf } from '../../domain/duty/exceptions.ts'
import { standingReason } from '../../domain/duty/standing-reason.ts'
import { type Computed, computeDuties } from '../duties/compute.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, open, openDataKey } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { type Judged, judgePerson } from './convictions.ts'
import type { PersonFacts } from './facts.ts'
import { findLanguage } from './language.ts'
import { listLinked } from './linked.ts'

export type Looking = {
  tx: RegisterTx
  program: Program
  actor: Actor
  facts: PersonFacts
  params: { person_id: string }
  now: Temporal.Instant
}

/** The person with the key that opens him; undefined key: erased, every identifier is gone. */
export type OpenPerson = {
  head: PersonHead
  key: DataKey | undefined
  judged: Judged
  /** Facts, dates and standing today. */
  computed: Computed
}

const CNIC_TAIL = 3

/** A place's names as they stand on a page; a code that the reference list lost is shown as it is. */
export const districtName = ({ districts }: Places, id: string) => {
  const d = districts.get(id)
  return { en: d?.name_en ?? id, ur: d?.name_ur ?? id }
}
const stationName = ({ stations }: Places, id: string) => {
  const s = stations.get(id)
  return { en: s?.name_en ?? id, ur: s?.name_ur ?? id }
}

const listLive = (tx: RegisterTx, person_id: string) =>
  Promise.all([
    tx.selectFrom('register.person').selectAll().where('person_id', '=', person_id).executeTakeFirst(),
    tx
      .selectFrom('register.person_name')
      .select(['name_id', 'kind', 'script', 'text_enc'])
      .where('person_id', '=', person_id)
      .where('superseded_at', 'is', null)
      .where('kind', '<>', 'alias')
      .orderBy('ordinal')
      .orderBy('added_at')
      .orderBy('name_id')
      .execute(),
    tx
      .selectFrom('register.person_document')
      .select(['document_id', 'number_enc'])
      .where('person_id', '=', person_id)
      .where('superseded_at', 'is', null)
      .where('kind', '=', 'cnic')
      .orderBy('added_at')
      .executeTakeFirst(),
    tx
      .selectFrom('register.person_detail')
      .select(['sex', 'born_on', 'born_year'])
      .where('person_id', '=', person_id)
      .where('superseded_at', 'is', null)
      .orderBy('added_at', 'desc')
      .executeTakeFirst(),
    tx
      .selectFrom('register.person_photo')
      .select('photo_id')
      .where('person_id', '=', person_id)
      .executeTakeFirst(),
    tx
      .selectFrom('register.exit')
      .select('exit_id')
      .where('person_id', '=', person_id)
      .where('reversed_at', 'is', null)
      .executeTakeFirst(),
    findLanguage(tx, person_id),
  ])

/** Opens a person for a page: the bar, the key, and the convictions as judged today. */
export async function openPerson(looking: Looking): Promise<OpenPerson> {
  const { tx, program, params, now } = looking
  const { places, keyring } = program
  const [row, names, cnic, detail, photo, exit, language] = await listLive(tx, params.person_id)
  if (!row) throw new Problem('not_found')
  const key = openDataKey(keyring, row.person_id, row)
  const today = pakistanDay(now)
  const born_on = detail?.born_on ?? null
  const { computed, judged } = await judgedToday(tx, row.person_id, born_on, today)
  const number =
    key && cnic && openAt(key, 'person_document', cnic.document_id, 'number_enc', cnic.number_enc)
  const head: PersonHead = {
    ...{ person_id: row.person_id, record_number: row.record_number, entered_at: row.entered_at },
    ...namesOf(key, names),
    cnic_tail: number?.replace(/\D/g, '').slice(-CNIC_TAIL) ?? null,
    ...{ sex: detail?.sex ?? null, born_on, born_year: detail?.born_year ?? null },
    ...{ district: districtName(places, row.district_id), station: stationName(places, row.station_id) },
    ...standingOf(computed),
    ...{ is_closed: row.closed_at !== null, exit_id: exit?.exit_id ?? null },
    in_custody_since: custodyOn(judged.custody, today),
    language: language?.language ?? null,
    records: computed.record_ids.length > 1 ? await listLinked(tx, places, row.person_id) : [],
    ...{ has_photo: photo !== undefined, purpose: looking.facts.purpose as Purpose, may: mayOf(looking) },
  }
  return { head, key, judged, computed }
}

/** What the register says of him today, and his convictions under the pack in force. */
async function judgedToday(tx: RegisterTx, person_id: string, born_on: string | null, on: string) {
  const [packs, all] = await Promise.all([listPacksInForce(tx, on), computeDuties(tx, [person_id], on)])
  const [pack, computed] = [packs.at(-1), all.get(person_id)]
  if (!pack || !computed) throw new Problem('not_found')
  const { result } = computed
  return { computed, judged: await judgePerson(tx, person_id, { born_on }, { pack, on, result }) }
}

function standingOf({ facts, result, exceptions }: Computed) {
  const held = { result, exceptions }
  return {
    ...{ status: statusOf(held), ends_on: endOf(held), standing: { ...standingReason(facts, result) } },
    ...{ is_in_hospital: result.is_in_hospital, exceptions: [...exceptions] },
  }
}

/** The person's key, for writing; an erased person has none and is not written of. */
export async function keyOfPerson(tx: RegisterTx, { keyring }: Program, person_id: string): Promise<DataKey> {
  const row = await tx
    .selectFrom('register.person')
    .select(['wrapped_key', 'kek_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  const key = row && openDataKey(keyring, person_id, row)
  if (!key) throw new Problem('not_found')
  return key
}

/** Opens one sealed text of a person's row. */
export const openAt = (key: DataKey, table: string, row: string, column: string, sealed: Buffer) =>
  open(key, { table, row, column }, sealed)

type NameRow = { name_id: string; kind: string; script: string; text_enc: Buffer }

function namesOf(key: DataKey | undefined, rows: NameRow[]) {
  const first = (kind: string, script: string) => {
    const row = rows.find((r) => r.kind === kind && r.script === script)
    return key && row ? openAt(key, 'person_name', row.name_id, 'text_enc', row.text_enc) : null
  }
  return {
    name: { latin: first('name', 'Latn'), ur: first('name', 'Arab') },
    father: { latin: first('father', 'Latn'), ur: first('father', 'Arab') },
  }
}

const custodyOn = (custody: Judged['custody'], today: string) =>
  custody.find(({ from_on, to_on }) => from_on <= today && (to_on === null || today < to_on))?.from_on ?? null

/** What the policies would let this officer do next, so that a page offers nothing that would be refused. */
function mayOf({ actor, facts }: Looking): PersonHead['may'] {
  const may = (action: Action) =>
    decide(actor, action, facts, { purpose: facts.purpose, has_quota: true }).allowed
  return {
    show_number: may('person.show_number'),
    view_photo: may('person.view_photo'),
    add_photo: may('person.add_photo'),
    correct: may('correction.propose'),
    record_notice: may('notice.record'),
    serve: may('serving.record'),
    see_lookers: may('person.lookers'),
    record_visit: may('visit.record'),
    record_stay: may('stay.record'),
    record_appeal: may('appeal.record'),
    propose_strikeout: may('strikeout.propose'),
    view_exit: mayExit({ actor, facts }),
    prepare_breach: may('breach.prepare'),
    offer_transfer: may('transfer.offer'),
    keep_contact: may('contact.add'),
  }
}

/** Whether he may open the exit of a person whose record he sees. */
const mayExit = ({ actor, facts: { place, has_conflict } }: Pick<Looking, 'actor' | 'facts'>) =>
  decide(actor, 'exit.view', { kind: 'exit', place, has_conflict, is_open: true }).allowed
