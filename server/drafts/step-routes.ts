/** One conviction at a time on the screen: each step is saved on the server before the next is shown. */
import type { FastifyInstance } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { DraftBody } from '../../contract/draft-body.ts'
import {
  ConvictionForm,
  DraftId,
  DraftSaved,
  DraftView,
  PersonForm,
  SentenceForm,
  SourceForm,
  StationForm,
} from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import type { DraftStep } from '../../domain/draft/completeness.ts'
import { STEPS } from '../../domain/draft/completeness.ts'
import { STEP_PAGES } from '../../pages/drafts/StepPages.tsx'
import type { OpenDraft } from '../entries/draft-row.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { lookUpByName } from './name-lookup.ts'
import { demandAnswer, demandVersion, factsForDraft, getDraft, saveBody, stopDraft } from './queries.ts'
import { withConviction, withPerson, withSentence, withSource } from './steps.ts'
import { getRuling, stageOf } from './submit.ts'
import { districtChoices, jurisdictionsOf, viewDraft, withoutIdentity } from './view.ts'

type Changing<B> = { draft: OpenDraft; body: B; tx: RegisterTx; program: Program; now: Temporal.Instant }

type StepRoute<B extends TSchema> = {
  step: Exclude<DraftStep, 'preview' | 'check'>
  summary: string
  body: B
  change: (given: Changing<Static<B>>) => DraftBody | Promise<DraftBody>
  next: (body: Static<B>) => DraftStep
}

/** Steps that wait until the officer has said whether the person is one already held. */
const AFTER_THE_PERSON: ReadonlySet<DraftStep> = new Set(['conviction', 'sentence', 'station'])

/** The act of saving one step, and its event; all steps are alike but for what they change. */
function saveRoute<B extends TSchema>(app: FastifyInstance, program: Program, route: StepRoute<B>): void {
  const { step, summary, body } = route
  endpoint(app, program, {
    ...{
      method: 'POST',
      url: `/drafts/:draft_id/${step}`,
      summary,
      access: 'draft.edit',
      audit: `draft.${step}_saved`,
    },
    facts: (given) => factsForDraft(program, given),
    event: ({ params }) => ({ subject_kind: 'draft', subject_id: params.draft_id, purpose: 'registration' }),
    ...{ params: DraftId, body, reply: DraftSaved },
    ...(step === 'person' ? { quota: 'search' as const } : {}),
    then: ({ params, reply }) =>
      reply.stopped_search_id === null
        ? paths.draftStep(params.draft_id, reply.next)
        : paths.draftLookup(params.draft_id, reply.stopped_search_id),
    form: ({ params }) => paths.draftStep(params.draft_id, step),
    async handle({ params, body: sent, tx, session, now }) {
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      demandVersion(draft, (sent as { body_version: number }).body_version)
      if (AFTER_THE_PERSON.has(step)) demandAnswer(draft)
      const changed = await route.change({ draft, body: sent, tx, program, now })
      const body_version = await saveBody(tx, draft, changed)
      const saved = { draft_id: params.draft_id, body_version, next: route.next(sent) }
      if (step !== 'person') return { ...saved, stopped_search_id: null }
      if (session.has_quota === false) throw new Problem('quota_used')
      const looking = { draft_id: params.draft_id, body: changed }
      const stopped_search_id = await lookUpByName(tx, program.keyring, session, looking)
      await stopDraft(tx, params.draft_id, stopped_search_id)
      return { ...saved, stopped_search_id }
    },
  })
}

export function stepRoutes(app: FastifyInstance, program: Program): void {
  for (const step of STEPS) viewRoute(app, program, step)
  saveRoute(app, program, {
    ...{ step: 'source', summary: 'Say which judgment a draft rests on', body: SourceForm },
    change: ({ draft, body }) => withSource(draft.body, body),
    next: () => 'person',
  })
  saveRoute(app, program, {
    ...{ step: 'person', summary: 'Say who was convicted', body: PersonForm },
    change({ draft, body, now }) {
      if (draft.searched_at === null) throw new Problem('draft_not_searched')
      return withPerson(draft.body, body, pakistanDay(now))
    },
    next: () => 'conviction',
  })
  saveRoute(app, program, {
    ...{ step: 'conviction', summary: 'Say what the person was convicted of', body: ConvictionForm },
    change({ draft, body, now }) {
      const jurisdictions = new Set(jurisdictionsOf(program.places).map(({ code }) => code))
      return withConviction(draft.body, body, { today: pakistanDay(now), jurisdictions })
    },
    next: () => 'sentence',
  })
  saveRoute(app, program, {
    ...{
      step: 'sentence',
      summary: 'Say what the sentence is, and when the person was in custody',
      body: SentenceForm,
    },
    change: ({ draft, body }) => withSentence(draft.body, body, new Set(program.places.districts.keys())),
    next: (body) => (body.stay ? 'sentence' : 'preview'),
  })
  saveRoute(app, program, {
    ...{ step: 'station', summary: 'Propose the supervising station', body: StationForm },
    async change({ draft, body, tx, now }) {
      if ((await stageOf(tx, draft, await getRuling(tx, draft, now))) === 'not_registrable')
        throw new Problem('draft_not_registrable')
      const stations = program.places.stationsOf(draft.district_id)
      if (!stations.some(({ station_id }) => station_id === body.station_id))
        throw invalid('station_id', 'not_a_choice')
      return { ...draft.body, station_id: body.station_id }
    },
    next: () => 'check',
  })
}

/** A step's page; as JSON the whole draft is at /drafts/:draft_id. */
function viewRoute(app: FastifyInstance, program: Program, step: DraftStep): void {
  endpoint(app, program, {
    ...{
      method: 'GET',
      url: `/drafts/:draft_id/${step}`,
      summary: `A draft at the step ${step}`,
      is_page_only: true,
    },
    ...{ access: 'draft.view', audit: 'draft.viewed' },
    facts: (given) => factsForDraft(program, given),
    event: ({ params }) => ({ subject_kind: 'draft', subject_id: params.draft_id, purpose: 'registration' }),
    ...{ params: DraftId, reply: DraftView, page: STEP_PAGES[step] },
    async handle({ params, tx, now, facts, actor }) {
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      const view = await viewDraft(tx, program, draft, { now, is_own_unit: facts.is_own_unit })
      const held_districts = step === 'sentence' ? districtChoices(program.places) : view.held_districts
      return { ...(actor.role === 'legal_officer' ? withoutIdentity(view) : view), held_districts }
    },
  })
}
