/** Exits: the one asked for, those whose certificate waits, and people whose period is over without one. */
import type { Exit, ExitList } from '../../contract/exits.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { decide } from '../platform/authorize.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { openAbout, readPerson } from './about.ts'

export const findExitRow = (tx: RegisterTx, exit_id: string) =>
  tx
    .selectFrom('register.exit as e')
    .innerJoin('access.officer as o', 'o.officer_id', 'e.begun_by')
    .selectAll('e')
    .select(['o.name_en', 'o.name_ur'])
    .where('e.exit_id', '=', exit_id)
    .executeTakeFirst()

const MOST_EXITS = 50

const stationName = ({ stations }: Places, id: string) => {
  const s = stations.get(id)
  return { en: s?.name_en ?? id, ur: s?.name_ur ?? id }
}

type Waiting = ExitList['exits'][number]

/** Certificates that wait, oldest first: of exits, and of people whose period is over and who have none yet. */
export async function listWaiting(
  tx: RegisterTx,
  program: Program,
  station: string | null,
  today: string,
): Promise<Waiting[]> {
  const rows = await tx
    .selectFrom('register.exit')
    .selectAll()
    .where('handed_at', 'is', null)
    .where('reversed_at', 'is', null)
    // For the index only; row security decides who sees it.
    .$if(station !== null, (q) => q.where('station_id', '=', station))
    .orderBy('begun_at')
    .orderBy('exit_id')
    .limit(MOST_EXITS)
    .execute()
  const begun = rows.flatMap((row): Waiting[] => {
    const about = openAbout(program.keyring, row)
    const { exit_id, person_id, left_on, station_id, print_id } = row
    if (!about) return []
    return [
      {
        ...{ exit_id, person_id, left_on, ground: row.ground as Waiting['ground'] },
        ...{ station: stationName(program.places, station_id), has_certificate: print_id !== null },
        ...{ name: about.name, record_number: about.record_number },
      },
    ]
  })
  return [...begun, ...(await listEnded(tx, program, station, today))].slice(0, MOST_EXITS)
}

/** People whose period is over and whose exit nobody began. The end is computed, so that no job can miss it. */
async function listEnded(tx: RegisterTx, program: Program, station: string | null, today: string) {
  const people = await tx
    .selectFrom('register.duty_standing as s')
    .innerJoin('register.person as p', 'p.person_id', 's.person_id')
    .leftJoin('register.exit as e', (on) =>
      on.onRef('e.person_id', '=', 's.person_id').on('e.reversed_at', 'is', null),
    )
    .select(['s.person_id', 's.ends_on', 'p.station_id'])
    .where('s.ends_on', '<=', today)
    .where('e.exit_id', 'is', null)
    .$if(station !== null, (q) => q.where('p.station_id', '=', station)) // for the index
    .orderBy('s.ends_on')
    .orderBy('s.person_id')
    .limit(MOST_EXITS)
    .execute()
  const waiting: Waiting[] = []
  for (const { person_id, ends_on, station_id } of people) {
    const person = await readPerson(tx, program.keyring, person_id)
    waiting.push({
      ...{ exit_id: null, person_id, ground: 'ended', left_on: ends_on ?? today, has_certificate: false },
      ...{ station: stationName(program.places, station_id), name: person.name },
      record_number: person.record_number,
    })
  }
  return waiting
}

/** One exit as its page shows it. */
export async function describeExit(
  { tx, program, actor }: { tx: RegisterTx; program: Program; actor: Actor },
  exit_id: string,
  facts: FactsOf<'exit'>,
): Promise<Exit> {
  const row = await findExitRow(tx, exit_id)
  const about = row && openAbout(program.keyring, row)
  if (!row || !about) throw new Problem('not_found')
  const may = (action: 'exit.certify' | 'exit.hand_over') =>
    facts.is_open && decide(actor, action, facts, {}).allowed
  const handed_by = row.handed_by ? await findOfficer(tx, row.handed_by) : null
  return {
    ...{ exit_id, person_id: row.person_id, ground: row.ground as Exit['ground'], left_on: row.left_on },
    ...{ station: stationName(program.places, row.station_id), name: about.name, about },
    ...{ record_number: about.record_number, begun_at: row.begun_at },
    ...{ begun_by: { en: row.name_en, ur: row.name_ur }, prints: await listPrints(tx, exit_id) },
    handed:
      row.handed_on && row.handed_how && row.handed_at && handed_by
        ? {
            ...{ on: row.handed_on, how: row.handed_how as NonNullable<Exit['handed']>['how'] },
            ...{ by: handed_by, at: row.handed_at },
          }
        : null,
    reversed_at: row.reversed_at,
    may: {
      ...{ certify: may('exit.certify'), hand_over: may('exit.hand_over') && row.print_id !== null },
      open_record: actor.role !== 'station_officer' && actor.role !== 'station_head',
    },
  }
}

async function findOfficer(tx: RegisterTx, officer_id: string) {
  const row = await tx
    .selectFrom('access.officer')
    .select(['name_en', 'name_ur'])
    .where('officer_id', '=', officer_id)
    .executeTakeFirst()
  return row ? { en: row.name_en, ur: row.name_ur } : null
}

async function listPrints(tx: RegisterTx, exit_id: string): Promise<Exit['prints']> {
  const rows = await tx
    .selectFrom('register.certificate as c')
    .innerJoin('access.officer as o', 'o.officer_id', 'c.printed_by')
    .select(['c.print_id', 'c.print_number', 'c.printed_at', 'o.name_en', 'o.name_ur'])
    .where('c.exit_id', '=', exit_id)
    .orderBy('c.printed_at', 'desc')
    .orderBy('c.print_id')
    .execute()
  return rows.map(({ name_en, name_ur, ...row }) => ({ ...row, by: { en: name_en, ur: name_ur } }))
}
