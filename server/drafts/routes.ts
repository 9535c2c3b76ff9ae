/** Entries in the making: the list, a new one, the forced look-up, submission, the legal officer's decision, the end. */
import type { FastifyInstance } from 'fastify'
import { emptyDraftBody } from '../../contract/draft-body.ts'
import {
  AtVersion,
  DraftId,
  DraftList,
  DraftListQuery,
  DraftMoved,
  DraftSaved,
  DraftView,
  FurtherForm,
  LegalForm,
  NewDraft,
  StartView,
} from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import { entryClock } from '../../domain/entry/clock.ts'
import { DiscardPage } from '../../pages/drafts/DiscardPage.tsx'
import { DraftPage } from '../../pages/drafts/DraftPage.tsx'
import { DraftsPage } from '../../pages/drafts/DraftsPage.tsx'
import { LegalPage } from '../../pages/drafts/LegalPage.tsx'
import { NewDraftPage } from '../../pages/drafts/NewDraftPage.tsx'
import { getPackInForce } from '../duties/packs.ts'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { judgmentFileRoute } from './judgment-file.ts'
import { listRecords } from './lookup.ts'
import { lookupRoutes } from './lookup-routes.ts'
import {
  countStages,
  createDraftFrom,
  demandVersion,
  factsForDraft,
  factsForDrafts,
  factsForNewDraft,
  getDistrict,
  getDraft,
  isOwnDraft,
  listDrafts,
  moveDraft,
  saveBody,
} from './queries.ts'
import { stepRoutes } from './step-routes.ts'
import { decideLegally, submitDraft, waitForConfirmations } from './submit.ts'
import { viewDraft, withoutIdentity } from './view.ts'

const about =
  (purpose: string) =>
  ({ params }: { params: { draft_id: string } }) => ({
    ...{ subject_kind: 'draft', subject_id: params.draft_id, purpose },
  })
const registering = about('registration')

export function draftRoutes(app: FastifyInstance, program: Program): void {
  listRoutes(app, program)
  startRoutes(app, program)
  stepRoutes(app, program)
  app.register(async (scope) => judgmentFileRoute(scope, program))
  lookupRoutes(app, program)
  furtherRoute(app, program)
  submitRoute(app, program)
  discardRoutes(app, program)
  legalRoutes(app, program)
}

function listRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{
      method: 'GET',
      url: '/drafts',
      summary: 'Drafts of the officer’s place, by stage, with age and clock',
    },
    ...{ access: 'draft.view', audit: 'draft.listed' },
    facts: ({ actor }) => factsForDrafts(actor),
    ...{ query: DraftListQuery, reply: DraftList, page: DraftsPage },
    async handle({ query, tx, actor, now }) {
      const today = pakistanDay(now)
      const [pack, counts, listed] = await Promise.all([
        getPackInForce(tx, today),
        countStages(tx),
        listDrafts(tx, program.keyring, { stage: query.stage, after: query.after }),
      ])
      const is_named = actor.role !== 'legal_officer'
      const drafts = listed.drafts.map(({ body, district_id, convicted_on, ...of }) => ({
        ...rowOf(of),
        name: nameOf(is_named ? (body?.person.names ?? []) : []),
        is_erased: body === null,
        district: districtOf(program, district_id),
        age_days: daysBetween(pakistanDay(Temporal.Instant.from(of.created_at)), today),
        clock: convicted_on === null ? null : entryClock(convicted_on, today, pack),
        is_own_unit: isOwnDraft(of, actor),
      }))
      return { drafts, counts, stage: query.stage ?? null, next: listed.next }
    },
  })

  endpoint(app, program, {
    ...{
      method: 'GET',
      url: '/drafts/:draft_id',
      summary: 'One draft: its facts, what they lack, what the rules say',
    },
    ...{ access: 'draft.view', audit: 'draft.viewed' },
    facts: (given) => factsForDraft(program, given),
    event: registering,
    ...{ params: DraftId, reply: DraftView, page: DraftPage },
    async handle({ params, tx, now, facts, actor }) {
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      const view = await viewDraft(tx, program, draft, { now, is_own_unit: facts.is_own_unit })
      return actor.role === 'legal_officer' ? withoutIdentity(view) : view
    },
  })
}

/** What the list tells of a draft, without who holds it. */
const rowOf = <R extends { unit_id: string; author_id: string; holder_id: string }>({
  unit_id: _unit,
  author_id: _author,
  holder_id: _holder,
  ...row
}: R) => row

const daysBetween = (from_on: string, to_on: string) =>
  Temporal.PlainDate.from(from_on).until(to_on, { largestUnit: 'days' }).days

/** The first name in each script. */
function nameOf(names: readonly { kind: string; script: string; text: string }[]) {
  const first = (script: string) =>
    names.find((name) => name.kind === 'name' && name.script === script)?.text ?? null
  return { latin: first('Latn'), ur: first('Arab') }
}

const districtOf = (program: Program, district_id: string) => {
  const district = program.places.districts.get(district_id)
  return { en: district?.name_en ?? '', ur: district?.name_ur ?? '' }
}

/** Every district with its province, in the order of the map's own keys. */
const listDistricts = (program: Program) =>
  [...program.places.districts.values()].map(({ district_id, province_en, province_ur }) => ({
    ...{ district_id, name: districtOf(program, district_id) },
    province: { en: province_en, ur: province_ur },
  }))

function startRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/drafts/new', summary: 'Before a draft is begun', is_page_only: true },
    ...{ access: 'draft.create', audit: 'draft.start_viewed' },
    facts: ({ actor }) => factsForNewDraft(program, actor),
    ...{ reply: StartView, page: NewDraftPage },
    handle: async ({ session: { district_id } }) => ({
      district: district_id === null ? null : districtOf(program, district_id),
      districts: district_id === null ? listDistricts(program) : [],
    }),
  })

  endpoint(app, program, {
    ...{ method: 'POST', url: '/drafts', summary: 'Begin a draft', status: 201 },
    ...{ access: 'draft.create', audit: 'draft.created' },
    facts: ({ actor, body }) => factsForNewDraft(program, actor, body.district_id),
    event: ({ reply }) => ({ subject_kind: 'draft', subject_id: reply?.draft_id, purpose: 'registration' }),
    ...{ body: NewDraft, reply: DraftSaved },
    form: paths.newDraft,
    then: ({ reply }) => paths.draftStep(reply.draft_id, reply.next),
    async handle({ tx, session, body }) {
      const draft_id = await createDraftFrom(tx, program, session, {
        district_id: getDistrict(program, session, body.district_id ?? null),
        ...{ body: emptyDraftBody(), from: { origin: 'screen' } },
      })
      return { draft_id, body_version: 1, next: 'source' as const, stopped_search_id: null }
    },
  })
}

function furtherRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/drafts/:draft_id/further-convictions' },
    summary: 'Say that this is a further conviction of someone already on the register',
    ...{ access: 'draft.edit', audit: 'draft.further_said' },
    facts: (given) => factsForDraft(program, given),
    event: ({ params, body }) => ({ ...registering({ params }), second_id: body.person_id ?? undefined }),
    ...{ params: DraftId, body: FurtherForm, reply: DraftSaved },
    then: ({ params, reply }) => paths.draftStep(params.draft_id, reply.next),
    form: ({ params }) => paths.draftStep(params.draft_id, 'person'),
    async handle({ params, body, tx }) {
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      demandVersion(draft, body.body_version)
      // Out of scope and not there are the same: nothing.
      if (body.person_id && (await listRecords(tx, [body.person_id])).length === 0)
        throw new Problem('not_found')
      const body_version = await saveBody(tx, draft, { ...draft.body, further_of: body.person_id })
      return { draft_id: params.draft_id, body_version, next: 'person' as const, stopped_search_id: null }
    },
  })
}

function submitRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/drafts/:draft_id/submissions', summary: 'Submit a complete draft' },
    ...{ access: 'draft.submit', audit: 'draft.submitted' },
    facts: (given) => factsForDraft(program, given),
    event: registering,
    ...{ params: DraftId, body: AtVersion, reply: DraftMoved },
    then: ({ params }) => paths.draft(params.draft_id),
    form: ({ params }) => paths.draftStep(params.draft_id, 'check'),
    async handle({ params, body, tx, session, now }) {
      await waitForConfirmations(tx, params.draft_id)
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      demandVersion(draft, body.body_version)
      return { draft_id: params.draft_id, stage: await submitDraft({ tx, program, session, now }, draft) }
    },
  })
}

function discardRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{
      method: 'GET',
      url: '/drafts/:draft_id/discard',
      summary: 'Before a draft is discarded',
      is_page_only: true,
    },
    ...{ access: 'draft.discard', audit: 'draft.viewed' },
    facts: (given) => factsForDraft(program, given),
    event: registering,
    ...{ params: DraftId, reply: DraftView, page: DiscardPage },
    async handle({ params, tx, now, facts }) {
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      return viewDraft(tx, program, draft, { now, is_own_unit: facts.is_own_unit })
    },
  })

  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/drafts/:draft_id/discards',
      summary: 'Discard a draft that was not submitted',
    },
    ...{ access: 'draft.discard', audit: 'draft.discarded' },
    facts: (given) => factsForDraft(program, given),
    event: registering,
    ...{ params: DraftId, body: AtVersion, reply: DraftMoved },
    then: paths.drafts,
    form: ({ params }) => paths.draftStep(params.draft_id, 'discard'),
    async handle({ params, body, tx }) {
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      demandVersion(draft, body.body_version)
      await moveDraft(tx, draft, 'discarded')
      return { draft_id: params.draft_id, stage: 'discarded' as const }
    },
  })
}

function legalRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/drafts/:draft_id/legal', summary: 'A draft that waits for a legal decision' },
    ...{ access: 'draft.legal_decision', audit: 'draft.legal_viewed' },
    facts: (given) => factsForDraft(program, given),
    event: about('legal_review'),
    ...{ params: DraftId, reply: DraftView, page: LegalPage },
    async handle({ params, tx, now, facts }) {
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      return withoutIdentity(await viewDraft(tx, program, draft, { now, is_own_unit: facts.is_own_unit }))
    },
  })

  endpoint(app, program, {
    ...{ method: 'POST', url: '/drafts/:draft_id/legal-decisions', status: 201 },
    summary: 'Decide whether a doubtful conviction is registrable',
    ...{ access: 'draft.legal_decision', audit: 'draft.legal_decided' },
    facts: (given) => factsForDraft(program, given),
    event: about('legal_review'),
    ...{ params: DraftId, body: LegalForm, reply: DraftMoved },
    then: paths.drafts,
    form: ({ params }) => paths.draftStep(params.draft_id, 'legal'),
    async handle({ params, body, tx, session, now }) {
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      return {
        draft_id: params.draft_id,
        stage: await decideLegally({ tx, program, session, now }, draft, body),
      }
    },
  })
}
