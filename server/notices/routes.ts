/** Recording a notice: the form, its effect before it is saved, saving, and striking out what was typed in wrongly. */
import type { FastifyInstance } from 'fastify'
import {
  NoticeAsked,
  NoticeForm,
  NoticeId,
  NoticePreviewed,
  NoticePreviewPage,
  NoticeRecorded,
  NoticeShown,
  PreviewId,
  StrikeAsked,
  StrikeMade,
} from '../../contract/notices.ts'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import { PrintMade } from '../../contract/prints.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { NewNoticePage, PreviewPage } from '../../pages/notices/NewNoticePage.tsx'
import { NoticePage } from '../../pages/notices/NoticePage.tsx'
import { keyOfPerson } from '../people/head.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { aboutPaper, factsOfPaper, type PaperFacts } from '../people/papers.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { findForm, keepTyped } from '../platform/form-state.ts'
import { RECEIPT } from '../platform/paper.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { printOnce } from '../prints/first.ts'
import { openForm } from './form.ts'
import { readProspect, refuseSurvivor } from './prospect.ts'
import { findNotice } from './queries.ts'
import { receiptOf } from './receipt.ts'
import { proposeStrike, strikeOut } from './strike.ts'
import { tripRoutes } from './trip-routes.ts'
import { strikeOf, viewNotice } from './view.ts'
import { writeNotice } from './write.ts'

export function noticeRoutes(app: FastifyInstance, program: Program): void {
  formRoutes(app, program)
  recordRoutes(app, program)
  viewRoutes(app, program)
  receiptRoutes(app, program)
  strikeRoutes(app, program)
  tripRoutes(app, program)
}

function formRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/notices/new', summary: 'The form of a notice, and what may be told of' },
    ...{ access: 'notice.view', audit: 'notice.form_seen', reply: NoticeForm, page: NewNoticePage },
    handle: openForm,
  })

  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/notices/previews', status: 201 },
    ...{ summary: 'What a notice would change, before it is saved' },
    ...{ access: 'notice.record', audit: 'notice.previewed', changes_nothing: true },
    ...{ params: PersonId, body: NoticeAsked, reply: NoticePreviewed },
    ...{ facts: personFacts(program), event: aboutPerson },
    then: ({ reply }) => paths.personTab(reply.person_id, `notices/previews/${reply.preview_id}`),
    form: ({ params }) => paths.newNotice(params.person_id),
    async handle({ tx, params: { person_id }, body, now }) {
      const { preview } = await readProspect(tx, person_id, body, now)
      const preview_id = await keepTyped(tx, program.keyring, body)
      return { person_id, preview_id, ...preview }
    },
  })

  endpoint(app, program, {
    ...{ ...look(program), params: PreviewId },
    ...{ url: '/people/:person_id/notices/previews/:preview_id', summary: 'The form with its effect' },
    ...{ access: 'notice.record', audit: 'notice.preview_seen', is_page_only: true },
    ...{ reply: NoticePreviewPage, page: PreviewPage },
    async handle(looking) {
      const { tx, params, now } = looking
      const kept = await findForm(tx, program.keyring, { form: params.preview_id })
      if (!kept) throw new Problem('not_found')
      const { preview_hash: _, ...values } = kept.values as NoticeAsked
      const { preview } = await readProspect(tx, params.person_id, values, now)
      return { ...(await openForm(looking)), values, preview }
    },
  })
}

function recordRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/notices', summary: 'Record a notice', status: 201 },
    ...{ access: 'notice.record', audit: 'notice.recorded' },
    ...{ params: PersonId, body: NoticeAsked, reply: NoticeRecorded },
    ...{ facts: personFacts(program), event: aboutPerson },
    then: ({ reply }) => paths.notice(reply.notice_id),
    form: ({ params }) => paths.newNotice(params.person_id),
    async handle({ tx, params: { person_id }, body, session, now, record }) {
      const prospect = await readProspect(tx, person_id, body, now)
      if (body.preview_hash && body.preview_hash !== prospect.preview.preview_hash)
        throw new Problem('effect_changed')
      const key = await keyOfPerson(tx, program, person_id)
      const { row_after, ...written } = await writeNotice(
        { tx, keyring: program.keyring, key, session, now, person_id },
        prospect,
      )
      record({ row_after, purpose: 'supervision', second_id: written.notice_id })
      return { person_id, ...written }
    },
  })
}

type OfNotice = { params: { notice_id: string }; actor: Actor; tx: RegisterTx }

/** The parts of a route about one notice, whose person gives the facts. */
const ofNotice = (program: Program) => ({
  params: NoticeId,
  facts: async ({ params, actor, tx }: OfNotice) =>
    factsOfPaper(tx, program, actor, await findNotice(tx, params.notice_id)),
  event: ({ params, facts }: Pick<OfNotice, 'params'> & { facts: PaperFacts | undefined }) => ({
    ...aboutPaper(facts),
    second_id: params.notice_id,
  }),
})

function viewRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/notices/:notice_id', summary: 'A notice and what it met' },
    ...{ ...ofNotice(program), access: 'notice.view', audit: 'notice.seen', quota: 'view_person' },
    ...{ reply: NoticeShown, page: NoticePage },
    purpose: ({ facts }) => facts.purpose,
    handle: (looking) => viewNotice({ ...looking, notice_id: looking.params.notice_id }),
  })
}

function receiptRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/notices/:notice_id/receipts', status: 201, quota: 'print' },
    ...{ summary: 'Print the receipt of a notice', access: 'notice.record', audit: 'receipt.printed' },
    ...{ ...ofNotice(program), reply: PrintMade },
    then: ({ reply }) => paths.print(reply.print_id),
    form: ({ params }) => paths.notice(params.notice_id),
    async handle(asking) {
      const { tx, params, facts, session, now, record } = asking
      const { notice_id } = params
      const notice = await viewNotice({ ...asking, notice_id })
      if (notice.strike !== null) throw new Problem('already_decided')
      const { person_id } = facts
      const print = await printOnce(
        { tx, program, session, now },
        {
          ...{
            template: RECEIPT,
            content: await receiptOf(tx, notice, now),
            before: notice.prints[0]?.print_id,
          },
          whose: { person_id, key: await keyOfPerson(tx, program, person_id), about_id: notice_id },
        },
      )
      record({ purpose: facts.purpose, second_id: print.print_id })
      return print
    },
  })
}

function strikeRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/notices/:notice_id/strikes', status: 201 },
    ...{ summary: 'Strike out a notice typed in wrongly, or ask a second officer to' },
    ...{ ...ofNotice(program), access: 'notice.strike', audit: 'notice.strike_asked' },
    ...{ body: StrikeAsked, reply: StrikeMade },
    then: ({ reply }) =>
      reply.approval_id ? paths.approval(reply.approval_id) : paths.notice(reply.notice_id),
    form: ({ params }) => paths.notice(params.notice_id),
    async handle({ tx, params: { notice_id }, facts, body, actor, session, now, record }) {
      refuseSurvivor(body, { reason: 'sentence' })
      const { person_id } = facts
      const { reason } = body
      const notice = await findNotice(tx, notice_id)
      if (!notice || notice.superseded_at !== null) throw new Problem('already_decided')
      if (strikeOf(notice, actor, now) === 'by_two') {
        record({ purpose: 'correction' })
        const approval_id = await proposeStrike({ tx, program, session, now }, { notice, facts, reason })
        return { notice_id, person_id, is_struck: false, approval_id }
      }
      const by = { officer_id: session.officer_id, approval_id: null, reason, now }
      const key = await keyOfPerson(tx, program, person_id)
      record({ purpose: 'correction', ...(await strikeOut(tx, program.keyring, key, notice_id, by)) })
      return { notice_id, person_id, is_struck: true, approval_id: null }
    },
  })
}
