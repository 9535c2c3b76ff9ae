/** One request at a time on the screen: each step is saved on the server before the next is shown, and then it is sent. */
import type { FastifyInstance } from 'fastify'
import type { Static, TSchema } from 'typebox'
import {
  AtVersion,
  type CheckBody,
  CheckDraft,
  CheckId,
  CheckMoved,
  CheckSaved,
  FirForm,
  PapersForm,
  ReasonsForm,
  SuspectForm,
} from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import type { FieldProblem } from '../../contract/problems.ts'
import type { AskRefusal } from '../../domain/check/ask.ts'
import { CHECK_STEPS, type CheckStep, owedOf } from '../../domain/check/request.ts'
import { STEP_PAGES } from '../../pages/checks/StepPages.tsx'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { aboutCheck, factsOfCheck } from './facts.ts'
import { demandVersion, insertStep, listRefusals, saveBody } from './queries.ts'
import { getLive, moveCheck } from './row.ts'
import { refuseIf, withFir, withPapers, withReasons, withSuspect } from './steps.ts'
import { draftShown } from './view.ts'

export function stepRoutes(app: FastifyInstance, program: Program): void {
  for (const step of CHECK_STEPS) viewRoute(app, program, step)
  saveRoute(app, program, {
    ...{ step: 'fir', next: 'suspect', summary: 'Say in which FIR is asked, and under which sections' },
    body: FirForm,
    change: (body, form, this_year) => withFir(body, form, this_year),
  })
  saveRoute(app, program, {
    ...{ step: 'suspect', next: 'reasons', summary: 'Say who the suspect is, as far as known' },
    body: SuspectForm,
    change: (body, form, this_year) =>
      withSuspect(body, form, { this_year, districts: program.places.districts }),
  })
  saveRoute(app, program, {
    ...{
      step: 'reasons',
      next: 'papers',
      summary: 'Say how he stands in the case, and why his record matters',
    },
    body: ReasonsForm,
    change: withReasons,
  })
  saveRoute(app, program, {
    ...{ step: 'papers', next: 'send', summary: 'Give the fingerprints of the FIR and of Annexure A' },
    body: PapersForm,
    change: withPapers,
  })
  sendRoute(app, program)
}

function viewRoute(app: FastifyInstance, program: Program, step: CheckStep): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: `/checks/:check_id/${step}`, summary: `A check request at the step ${step}` },
    ...{ access: 'check.ask', audit: 'check.draft_seen', params: CheckId },
    ...{ facts: factsOfCheck(program), event: aboutCheck, reply: CheckDraft, page: STEP_PAGES[step] },
    async handle({ tx, params }) {
      return draftShown(tx, program, await getLive(tx, program.keyring, params.check_id))
    },
  })
}

type StepRoute<B extends TSchema> = {
  step: Exclude<CheckStep, 'send'>
  next: CheckStep
  summary: string
  body: B
  change: (body: CheckBody, form: Static<B>, this_year: number) => CheckBody
}

/** The rules that this step can break, each at its field; what is refused is not saved. */
const brokenAt = (step: CheckStep, refusals: readonly AskRefusal[]): FieldProblem[] =>
  refusals
    .filter(({ field }) => (field === 'relevance' ? step === 'reasons' : step === 'fir'))
    .map(({ field, rule }) => ({ field, code: `checks.rule.${rule}` }))

/** The act of saving one step, and its event; all steps are alike but for what they change. */
function saveRoute<B extends TSchema>(app: FastifyInstance, program: Program, route: StepRoute<B>): void {
  const { step, next, summary, body } = route
  endpoint(app, program, {
    ...{ method: 'POST', url: `/checks/:check_id/${step}`, summary, params: CheckId, body },
    ...{ access: 'check.ask', audit: `check.${step}_saved`, reply: CheckSaved },
    ...{ facts: factsOfCheck(program), event: aboutCheck },
    then: ({ params, reply }) => paths.checkStep(params.check_id, reply.next),
    form: ({ params }) => paths.checkStep(params.check_id, step),
    async handle({ params, body: sent, tx, now }) {
      const check = await getLive(tx, program.keyring, params.check_id)
      demandVersion(check, (sent as { body_version: number }).body_version)
      const changed = route.change(check.body, sent, Number(pakistanDay(now).slice(0, 4)))
      const { refusals } = await listRefusals(tx, program, check.district_id, changed)
      refuseIf(brokenAt(step, refusals))
      return { check_id: params.check_id, body_version: await saveBody(tx, check, changed, now), next }
    },
  })
}

function sendRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks/:check_id/sendings', summary: 'Send a request to the prosecutor' },
    quota: 'ask_check',
    ...{ access: 'check.ask', audit: 'check.asked', params: CheckId, body: AtVersion, reply: CheckMoved },
    ...{ facts: factsOfCheck(program), event: aboutCheck },
    then: ({ params }) => paths.check(params.check_id),
    form: ({ params }) => paths.checkStep(params.check_id, 'send'),
    async handle({ tx, params, body, now, session }) {
      const check = await getLive(tx, program.keyring, params.check_id)
      demandVersion(check, body.body_version)
      const { refusals } = await listRefusals(tx, program, check.district_id, check.body)
      refuseIf(refusals.map(({ field, rule }) => ({ field, code: `checks.rule.${rule}` })))
      if (owedOf({ ...check.body, names: check.body.suspect.names }).length > 0)
        throw new Problem('check_not_ready')
      const at = now.toString()
      await moveCheck(tx, check, 'asked', at, { asked_at: at })
      await insertStep(tx, { check, act: 'asked', done_by: session.officer_id, at })
      return { check_id: params.check_id, stage: 'asked' as const }
    },
  })
}
