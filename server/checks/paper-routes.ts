/** Annexure A to be signed, and the answer on paper; each is made of the sealed rows whenever it is fetched. */
import type { FastifyInstance } from 'fastify'
import { OpeningId } from '../../contract/check-openings.ts'
import { AnnexureId, AnnexurePrinted, CheckPaperFile } from '../../contract/check-papers.ts'
import { CheckId } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { isEditable } from '../../domain/check/stage.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { asNumbered, pdfOf } from '../platform/paper-words.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { contentHash } from '../platform/signing.ts'
import { openContent } from './answer-approval.ts'
import { aboutCheck, factsOfCheck } from './facts.ts'
import { getOpening, insertPrint } from './opening.ts'
import { ANNEXURE, ANSWER, annexurePaper, answerPaper } from './papers.ts'
import { getLive } from './row.ts'

export function paperRoutes(app: FastifyInstance, program: Program): void {
  annexureRoutes(app, program)
  answerRoute(app, program)
}

const findPrint = (tx: RegisterTx, print_id: string) =>
  tx
    .selectFrom('register.check_print as p')
    .innerJoin('access.officer as o', 'o.officer_id', 'p.printed_by')
    .select(['p.check_id', 'p.kind', 'p.print_number', 'p.code', 'p.printed_at', 'p.content_hash'])
    .select(['o.name_en', 'o.name_ur'])
    .where('p.print_id', '=', print_id)
    .executeTakeFirst()

function annexureRoutes(app: FastifyInstance, program: Program) {
  const about = { facts: factsOfCheck(program), event: aboutCheck, access: 'check.ask' as const }
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks/:check_id/annexures', params: CheckId, status: 201 },
    ...{ summary: 'Fill in Annexure A, to be signed', audit: 'check.annexure_printed', ...about },
    reply: AnnexurePrinted,
    form: ({ params }) => paths.checkStep(params.check_id, 'papers'),
    then: ({ reply }) => paths.checkAnnexure(reply.check_id, reply.print_id),
    async handle({ tx, params: { check_id }, session, now }) {
      const check = await getLive(tx, program.keyring, check_id)
      if (!isEditable(check.stage)) throw new Problem('check_closed')
      return {
        check_id,
        print_id: await insertPrint({ tx, program, session, now }, 'annexure_a', check, null),
      }
    },
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/checks/:check_id/annexures/:print_id', params: AnnexureId },
    ...{ summary: 'Annexure A, filled in (PDF)', audit: 'check.annexure_fetched', ...about },
    ...{ reply: CheckPaperFile, ...asNumbered },
    async handle({ tx, params: { check_id, print_id } }) {
      const check = await getLive(tx, program.keyring, check_id)
      const print = await findPrint(tx, print_id)
      if (print?.check_id !== check_id || print.kind !== 'annexure_a') throw new Problem('not_found')
      // The paper of an earlier version would say something else under a code that does not fit.
      const hash = contentHash(program.keyring, 'annexure_a', { salt: check.body.salt, said: check.body })
      if (!hash.equals(print.content_hash)) throw new Problem('check_changed')
      const asked_by = { en: check.name_en, ur: check.name_ur }
      return pdfOf(program, ANNEXURE, annexurePaper(check.body, program.places, asked_by), print)
    },
  })
}

function answerRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/checks/:check_id/openings/:print_id/file', params: OpeningId },
    ...{ summary: 'The answer as it was opened, on paper (PDF)', access: 'check.read' },
    ...{ audit: 'check.answer_printed', facts: factsOfCheck(program), event: aboutCheck },
    ...{ reply: CheckPaperFile, ...asNumbered },
    async handle({ tx, params: { check_id, print_id }, now }) {
      const check = await getLive(tx, program.keyring, check_id)
      const opening = await getOpening(tx, check_id, print_id, now)
      const content = openContent(check.key, opening.answer_id, opening.content_enc)
      return pdfOf(program, ANSWER, answerPaper(content, check.body, program.places), opening)
    },
  })
}
