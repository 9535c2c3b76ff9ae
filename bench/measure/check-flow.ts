/** One check request from the investigator's question to his word that it is he, as JSON over HTTP; each step is timed. */
import { createHash } from 'node:crypto'
import type { CheckDesk } from '../../contract/check-answers.ts'
import type { AnswerRead } from '../../contract/check-openings.ts'
import { CHECKLIST } from '../../domain/check/screen.ts'
import { ORIGIN, PORT } from '../lookups.ts'

/** In the order of the flow: what a human does between them is not waited for. */
export const STEPS = [
  ...(['ask', 'screen', 'forward', 'candidates', 'propose', 'release', 'open', 'confirm'] as const),
] as const
export type Step = (typeof STEPS)[number]

/** The sessions of the four officers of one flow. */
export type Desks = { investigator: string; prosecutor: string; first: string; second: string }
/** Whom is asked about, as the FIR names him. */
export type AskedAbout = { name_latin: string; father_name_latin: string | null; cnic: string | null }
export type Flow = { desks: Desks; about: AskedAbout; serial: number }

export const REQUESTS_OF_A_FLOW = 14

const NOT_KNOWN = {
  ...{ name_latin: null, name_urdu: null, father_name_latin: null, father_name_urdu: null, aliases: null },
  ...{ sex: null, age: null, born_year: null, cnic: null, district_id: null, slip_number: null },
}
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const formsOf = ({ about, serial }: Flow) => ({
  fir: {
    ...{ station_id: 'pb_multan_saddar', fir_number: serial, fir_year: 2026, transfer_order: null },
    ...{ offences: ['PPC-376'], other_sections: null },
  },
  suspect: { ...NOT_KNOWN, ...about },
  reasons: { relevance: 'named_in_fir', reasons: 'Named as accused; denies', names_confirmed: false },
  papers: { fir_hash: hashOf(`fir ${serial}`), annexure_hash: hashOf(`annexure ${serial}`) },
})

async function send<T>(token: string, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const reply = await fetch(`http://localhost:${PORT}/api/v1/checks${path}`, {
    method,
    headers: {
      ...{ origin: ORIGIN, cookie: `__Host-amanat=${token}` },
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${(await reply.text()).slice(0, 300)}`)
  return (await reply.json()) as T
}

/** The request with its steps, sent to the prosecutor. */
async function ask(flow: Flow): Promise<string> {
  const { investigator } = flow.desks
  type Saved = { check_id: string; body_version: number }
  let { check_id, body_version } = await send<Saved>(investigator, 'POST', '')
  for (const [step, form] of Object.entries(formsOf(flow))) {
    const saved = await send<Saved>(investigator, 'POST', `/${check_id}/${step}`, { body_version, ...form })
    body_version = saved.body_version
  }
  await send(investigator, 'POST', `/${check_id}/sendings`, { body_version })
  return check_id
}

const TICKED = Object.fromEntries(CHECKLIST.map((item) => [item, true]))

/** Record exists where the first officer finds him on the register today, by his number; otherwise there is none. */
function answerTo({ candidates }: CheckDesk, { cnic }: AskedAbout) {
  const found = candidates.find((one) => one.is_active && one.found_by === 'cnic')
  if (cnic === null || !found) return { outcome: 'no_record', needs: [] }
  return { outcome: 'record_exists', person_id: found.person_id, needs: [] }
}

/** Runs a flow and tells how long each step took, in milliseconds; returns what was answered. */
export async function runFlow(flow: Flow, note: (step: Step, ms: number) => void): Promise<string> {
  const { investigator, prosecutor, first, second } = flow.desks
  async function timed<T>(step: Step, work: () => Promise<T>): Promise<T> {
    const begun = performance.now()
    const done = await work()
    note(step, performance.now() - begun)
    return done
  }
  const check_id = await timed('ask', () => ask(flow))
  const at = (path: string) => `/${check_id}${path}`
  await timed('screen', () => send(prosecutor, 'GET', at('')))
  await timed('forward', () => send(prosecutor, 'POST', at('/forwardings'), TICKED))
  const desk = await timed('candidates', () => send<CheckDesk>(first, 'GET', at('/answer')))
  const answer = answerTo(desk, flow.about)
  await timed('propose', () => send(first, 'POST', at('/answers'), answer))
  await timed('release', async () => {
    const { proposed } = await send<CheckDesk>(second, 'GET', at('/answer'))
    await send(second, 'POST', at('/releases'), { shown_hash: proposed?.shown_hash ?? '' })
  })
  const { path, identifiers } = await timed('open', async () => {
    const { print_id } = await send<{ print_id: string }>(investigator, 'POST', at('/openings'))
    const path = at(`/openings/${print_id}`)
    return { path, identifiers: (await send<AnswerRead>(investigator, 'GET', path)).identifiers }
  })
  if (answer.outcome === 'record_exists')
    await timed('confirm', () =>
      send(investigator, 'POST', `${path}/confirmations`, {
        said: 'him',
        identifiers: identifiers.slice(0, 2),
      }),
    )
  return answer.outcome
}
