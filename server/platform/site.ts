/** The web server all routes stand on: strict headers, same-origin writes, closed validation, limits, and how faults end. */
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { isByToken } from './caller.ts'
import { SESSION_COOKIE } from './cookies.ts'
import { sendProblemPage } from './page.ts'
import { Problem } from './problem.ts'
import type { Program } from './program.ts'
import { replyProblem } from './refusal.ts'
import { SECURITY_SCHEMES, SESSION_ALONE } from './security.ts'

export type SiteOptions = {
  /** Most requests a minute of one session or address. */
  requests_per_minute: number
  /** Where unknown faults go; the caller sees only the request id. */
  onFault: (fault: unknown, request_id: string) => void
}

/** Officers who may share one address: a station behind one line, a court behind one gateway. */
const SESSIONS_AN_ADDRESS = 20
const YEAR_SECONDS = 31_536_000

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), geolocation=(), microphone=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
  // Not no-referrer: with it a browser sends `Origin: null` with our own forms, and every write would be refused.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Makes the site without routes. */
export async function createSite(program: Program, options: SiteOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: 1_048_576,
    requestTimeout: 3_600_000, // a large return on a rural line; headers have their own minute
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: true },
    },
  }).withTypeProvider<TypeBoxTypeProvider>()
  await app.register(cookie)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    if (program.origin.startsWith('https:'))
      reply.header('strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`)
    if (!isSameOrigin(request, program.origin)) throw new Problem('cross_origin')
  })
  await addLimits(app, options)
  await app.register(multipart, { limits: { files: 1, fields: 8, fieldSize: 2_000, parts: 9 } })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Amanat',
        version: '1',
        description: 'The confidential register. Every call needs a session; every call is recorded.',
      },
      components: { securitySchemes: SECURITY_SCHEMES },
      security: SESSION_ALONE,
    },
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  )
  app.setErrorHandler((fault: Error, request, reply) => endFault(program, options, fault, request, reply))
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    sayProblem(program, request, reply, new Problem('not_found')),
  )
  addAssets(app, program)
  endConnections(app)
  return app
}

/** Limits by session and by address; a refusal of theirs has the headers of every other reply. */
async function addLimits(app: FastifyInstance, options: SiteOptions) {
  await app.register(rateLimit, {
    max: options.requests_per_minute,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => request.cookies[SESSION_COOKIE] ?? request.ip,
    errorResponseBuilder: () => new Problem('too_many'),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  })
  // A cookie is unproved when it is counted, so invented ones must not escape: the address has a limit of its own.
  const countAddress = app.createRateLimit({
    max: options.requests_per_minute * SESSIONS_AN_ADDRESS,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => request.ip,
  })
  app.addHook('onRequest', async (request) => {
    const counted = await countAddress(request)
    if (!counted.isAllowed && counted.isExceeded) throw new Problem('too_many')
  })
}

const MOST_WAIT_MS = 10_000

/** On closing, running requests are finished, but no connection is kept for a next one or longer than ten seconds. */
function endConnections(app: FastifyInstance) {
  const timers: NodeJS.Timeout[] = []
  app.addHook('preClose', async () => {
    timers.push(setInterval(() => app.server.closeIdleConnections(), 50))
    timers.push(setTimeout(() => app.server.closeAllConnections(), MOST_WAIT_MS))
  })
  app.addHook('onClose', async () => timers.forEach(clearTimeout))
}

/** Writes must come from our own pages: the browser's Origin must be ours, and Sec-Fetch-Site, where sent, must agree. */
function isSameOrigin(request: FastifyRequest, origin: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  // A browser sends no such header unasked, and no page of another site may make it.
  if (isApi(request) && isByToken(request)) return true
  const site = request.headers['sec-fetch-site']
  return request.headers.origin === origin && (site === undefined || site === 'same-origin')
}

const isApi = (request: FastifyRequest) => request.url.startsWith('/api/')

function sayProblem(program: Program, request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  return isApi(request)
    ? replyProblem(reply, problem, request.id)
    : sendProblemPage(program, request, reply, problem, undefined)
}

const BY_FASTIFY: Record<string, Problem> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Problem('unsupported_media'),
  FST_ERR_CTP_BODY_TOO_LARGE: new Problem('import_too_large'),
  FST_ERR_CTP_INVALID_JSON_BODY: new Problem('invalid'),
  FST_ERR_CTP_EMPTY_JSON_BODY: new Problem('invalid'),
  FST_REQ_FILE_TOO_LARGE: new Problem('import_too_large'),
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', '57P01', '57P03', '53300', '53100'])

function endFault(
  program: Program,
  options: SiteOptions,
  fault: Error & { code?: string },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const expected = fault instanceof Problem ? fault : BY_FASTIFY[fault.code ?? '']
  if (expected) return sayProblem(program, request, reply, expected)
  options.onFault(fault, request.id)
  const is_database_away =
    UNREACHABLE.has(fault.code ?? '') || fault.message.startsWith('timeout exceeded when trying to connect')
  return sayProblem(program, request, reply, new Problem(is_database_away ? 'unavailable' : 'unknown'))
}

function addAssets(app: FastifyInstance, program: Program) {
  app.get('/assets/*', { schema: { hide: true }, config: { rateLimit: false } }, async (request, reply) => {
    const asset = program.assets.files.get(request.url.split('?')[0] ?? '')
    if (!asset) throw new Problem('not_found')
    const takes_brotli =
      asset.brotli !== undefined && (request.headers['accept-encoding'] ?? '').includes('br')
    reply
      .header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
      .type(asset.type)
      .header('vary', 'accept-encoding')
    if (takes_brotli) return reply.header('content-encoding', 'br').send(asset.brotli)
    return reply.send(asset.body)
  })
}
