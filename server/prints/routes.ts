/** A paper that was printed, again as its PDF: the same bytes, opened in the browser and never kept by it. */
import type { FastifyInstance } from 'fastify'
import { Print, PrintId } from '../../contract/prints.ts'
import { aboutPaper, factsOfPaper, keyOf } from '../people/papers.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findPrint, reprinted } from './print.ts'

export function printRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/prints/:print_id', summary: 'A printed paper, as a PDF' },
    ...{ access: 'notice.view', audit: 'print.opened', quota: 'view_person' },
    ...{ params: PrintId, reply: Print },
    facts: async ({ params, actor, tx }) =>
      factsOfPaper(tx, program, actor, await findPrint(tx, params.print_id)),
    purpose: ({ facts }) => facts.purpose,
    event: ({ params, facts }) => ({ ...aboutPaper(facts), second_id: params.print_id }),
    file: ({ reply }) => ({
      ...{ name: `${reply.kind}.pdf`, type: 'application/pdf', is_inline: true },
      body: [Buffer.from(reply.pdf_base64, 'base64')],
    }),
    async handle({ tx, params: { print_id }, facts }) {
      const row = await findPrint(tx, print_id)
      if (!row) throw new Problem('not_found')
      const key = await keyOf(tx, program, facts.person_id)
      return { print_id, kind: row.kind, pdf_base64: reprinted(program, key, row).toString('base64') }
    },
  })
}
