/** Sends a reply as a page: filtered by its contract, rendered on the server, compressed, never cached. */
import { brotliCompressSync, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ComponentType, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { formatter } from '../../pages/language/formatter.ts'
import type { Language } from '../../pages/language/language.ts'
import { translator } from '../../pages/language/translator.ts'
import { ProblemPage } from '../../pages/problems/ProblemPage.tsx'
import type { Frame, PageProps, Viewer } from '../../pages/ui/page-props.ts'
import { languageOf, tokenOf } from './cookies.ts'
import { asActor, type Session } from './database.ts'
import type { FormState } from './form-state.ts'
import type { Problem } from './problem.ts'
import type { Program } from './program.ts'
import { viewerOf } from './viewer.ts'

/** A page of a reply: data in, HTML out; `now` is the instant of the request. */
export type Page<R> = ComponentType<PageProps<R & { now: string }>>

type Sending = {
  page: Page<unknown>
  contract: TSchema
  reply: unknown
  session: Session
  form: FormState | undefined
  now: Temporal.Instant
}

/** Renders and sends a page of a signed-in officer. */
export async function sendPage(program: Program, reply: FastifyReply, sending: Sending) {
  const viewer = await viewerOf(program, sending.session)
  const data = Value.Clean(sending.contract, structuredClone(sending.reply)) as object
  const frame = frameOf(program, viewer.language, viewer, pathOf(reply.request))
  const props = { ...data, ...frame, form: sending.form, now: sending.now.toString() }
  return sendHtml(reply, renderToString(h(sending.page as ComponentType<object>, props)))
}

const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? '/'

/** What every page is given beside its data. */
export const frameOf = (
  program: Program,
  language: Language,
  viewer: Viewer | null,
  path: string,
): Frame => ({
  t: translator(language),
  f: formatter(language),
  viewer,
  path,
  asset: program.assets.href,
})

/** Sends a problem as a page in the reader's language. */
export async function sendProblemPage(
  program: Program,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  session: Session | undefined,
) {
  const known =
    session ??
    (await asActor(program.database, tokenOf(request), async (_tx, found) => found).catch(() => undefined))
  const viewer = known && !known.is_locked ? await viewerOf(program, known) : null
  const language = viewer?.language ?? languageOf(request)
  const props = {
    ...frameOf(program, language, viewer, pathOf(request)),
    code: problem.code,
    fields: problem.fields,
    gloss: problem.gloss,
    request_id: request.id,
  }
  return sendHtml(reply.code(problem.status), renderToString(h(ProblemPage as ComponentType<object>, props)))
}

const COMPRESS_FROM_BYTES = 900

/** Sends HTML with its doctype; Brotli at a middling level, for lines slower than our processor. */
export function sendHtml(reply: FastifyReply, markup: string) {
  const html = `<!doctype html>${markup}`
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding')
  const takes_brotli = String(reply.request.headers['accept-encoding'] ?? '').includes('br')
  if (!takes_brotli || html.length < COMPRESS_FROM_BYTES) return reply.send(html)
  const body = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return reply.header('content-encoding', 'br').send(body)
}
