/** A print that was made: what it is, its PDF, and printing it once more. Making the first one is the noun's own act. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../../contract/paths.ts'
import { PrintFile, PrintId, PrintMade, PrintShown } from '../../contract/prints.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { PrintKind } from '../../domain/receipt/statement.ts'
import { PrintPage } from '../../pages/prints/PrintPage.tsx'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { asNumbered } from '../platform/paper-words.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { makeReprint, openPrint } from './make.ts'
import { findPrint } from './queries.ts'
import { templateOf } from './templates.ts'

type PrintFacts = FactsOf<'print'> & { person_id: string | null; district_id: string | null }

export const factsForPrint =
  (program: Program) =>
  async ({ tx, params }: { tx: RegisterTx; params: { print_id: string } }) => {
    const print = await findPrint(tx, params.print_id)
    if (!print) return undefined
    const place = program.places.ofStation(print.station_id ?? '')
    const facts: PrintFacts = {
      ...{ kind: 'print', place, is_closed: print.closed_at !== null },
      ...{ person_id: print.person_id, district_id: place.district },
    }
    return facts
  }

/** A paper about a person is a look at him; a list is an event of its own. */
const aboutPrint = ({ params, facts }: { params: { print_id: string }; facts: PrintFacts | undefined }) =>
  facts?.person_id
    ? {
        ...{ subject_kind: 'person', subject_id: facts.person_id, second_id: params.print_id },
        ...{ place_district: facts.district_id ?? undefined, purpose: 'supervision' },
      }
    : { subject_kind: 'print', subject_id: params.print_id }

export function printRoutes(app: FastifyInstance, program: Program): void {
  const about = { params: PrintId, facts: factsForPrint(program), event: aboutPrint }

  endpoint(app, program, {
    ...{ method: 'GET', url: '/prints/:print_id', summary: 'A print: its number, who printed it, when' },
    ...{ access: 'print.view', audit: 'print.seen', ...about },
    ...{ reply: PrintShown, page: PrintPage },
    async handle({ tx, params }) {
      const print = await findPrint(tx, params.print_id)
      if (!print) throw new Problem('not_found')
      const { print_id, print_number, kind, person_id, reprint_of, printed_at } = print
      return {
        ...{ print_id, print_number, kind: kind as PrintKind, person_id, reprint_of, printed_at },
        printed_by: { en: print.name_en, ur: print.name_ur },
      }
    },
  })

  endpoint(app, program, {
    ...{ method: 'GET', url: '/prints/:print_id/file', summary: 'The PDF of a print' },
    ...{ access: 'print.view', audit: 'print.opened', ...about },
    ...{ reply: PrintFile },
    // Rendered within the act: a paper that cannot be made is refused before anything is said to have been shown.
    async handle({ tx, params }) {
      const print = await openPrint(tx, program, params.print_id)
      if (!print) throw new Problem('not_found')
      const { print_number, kind, code, printed_at } = print.row
      const { head, content } = print
      const printing = { head, content, token: code, printed_at: Temporal.Instant.from(printed_at) }
      const pdf = program.press.print(templateOf(kind as PrintKind), printing)
      return { print_number, pdf_base64: pdf.toString('base64') }
    },
    ...asNumbered,
  })

  reprintRoute(app, program)
}

function reprintRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/prints/:print_id/reprints',
      summary: 'Print the same once more',
      status: 201,
    },
    ...{ quota: 'print', access: 'print.reprint', audit: 'print.reprinted' },
    ...{ params: PrintId, facts: factsForPrint(program), event: aboutPrint },
    ...{ reply: PrintMade },
    then: ({ reply }) => paths.print(reply.print_id),
    form: ({ params }) => paths.print(params.print_id),
    async handle({ tx, params, session, now }) {
      const print = await openPrint(tx, program, params.print_id)
      if (!print) throw new Problem('not_found')
      return makeReprint({ tx, program, session, now }, print)
    },
  })
}
