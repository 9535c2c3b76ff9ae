import type { RegisterTx } from '../platform/database.ts'

/** One print with who made it and which station the person or the list belongs to; undefined when not visible. */
export const findPrint = (tx: RegisterTx, print_id: string) =>
  tx
    .selectFrom('register.print as r')
    .innerJoin('access.officer as o', 'o.officer_id', 'r.printed_by')
    .leftJoin('register.person as p', 'p.person_id', 'r.person_id')
    .select(['r.print_id', 'r.print_number', 'r.kind', 'r.person_id', 'r.reprint_of', 'r.printed_by'])
    .select(['r.printed_at', 'o.name_en', 'o.name_ur'])
    .select((eb) => eb.fn.coalesce('p.station_id', 'r.station_id').as('station_id'))
    .select('p.closed_at')
    .where('r.print_id', '=', print_id)
    .executeTakeFirst()

/** The prints that tell of one notice, serving, exit or breach, newest first. */
export const listPrintsAbout = (tx: RegisterTx, about_id: string) =>
  tx
    .selectFrom('register.print')
    .select(['print_id', 'print_number', 'kind', 'reprint_of', 'printed_at'])
    .where('about_id', '=', about_id)
    .orderBy('printed_at', 'desc')
    .orderBy('print_number')
    .limit(50)
    .execute()

/** The notices of duties printed for a person, newest first. */
export const listDutiesPrints = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.print')
    .select(['print_id', 'print_number', 'reprint_of', 'printed_at'])
    .where('person_id', '=', person_id)
    .where('kind', '=', 'duties')
    .orderBy('printed_at', 'desc')
    .orderBy('print_number')
    .limit(20)
    .execute()
