/** The certified judgment as a file: hashed as it comes in, and thrown away; no byte of it is kept. LAW 5. */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DraftId, DraftSaved, JudgmentFile } from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import { actorOf } from '../platform/actor.ts'
import { decide } from '../platform/authorize.ts'
import { tokenOf } from '../platform/cookies.ts'
import { asActor } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { demandVersion, factsForDraft, factsForNewDraft, getDraft, saveBody } from './queries.ts'

/** Largest scan that is hashed. */
const MOST_BYTES = 64 * 1024 ** 2

/** Whether to read on at all: nobody keeps the processor busy who may draft nothing. */
const mayDraft = (program: Program, request: FastifyRequest) =>
  asActor(program.database, tokenOf(request), async (_tx, session) => {
    if (!session || session.is_locked) return false
    const actor = actorOf(session)
    const facts = factsForNewDraft(program, actor)
    return decide(actor, 'draft.create', facts).allowed
  })

/** The hash of the file in a message, and the version that came before it. */
async function readFile(request: FastifyRequest) {
  const part = await request.file({ limits: { fileSize: MOST_BYTES } })
  if (!part) return { body_version: 1, judgment_hash: null }
  const hash = createHash('sha256')
  for await (const chunk of part.file) hash.update(chunk)
  if (part.file.truncated) throw new Problem('import_too_large')
  const version = part.fields['body_version']
  const typed = version && 'value' in version ? Number(version.value) : Number.NaN
  return { body_version: typed, judgment_hash: part.file.bytesRead > 0 ? hash.digest('hex') : null }
}

/** Routes under `scope` take a multipart message; its body is the hash by the time the contract is asked. */
export function judgmentFileRoute(scope: FastifyInstance, program: Program): void {
  scope.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) throw new Problem('unsupported_media')
    // Who may not draft is told so by the endpoint, which records it.
    request.body = (await mayDraft(program, request))
      ? await readFile(request)
      : { body_version: 1, judgment_hash: null }
  })
  endpoint(scope, program, {
    ...{ method: 'POST', url: '/drafts/:draft_id/judgment-files', consumes: ['multipart/form-data'] },
    summary: 'Let the server work out the hash of the certified judgment; the file is not kept',
    ...{ access: 'draft.edit', audit: 'draft.judgment_hashed' },
    facts: (given) => factsForDraft(program, given),
    event: ({ params }) => ({ subject_kind: 'draft', subject_id: params.draft_id, purpose: 'registration' }),
    ...{ params: DraftId, body: JudgmentFile, reply: DraftSaved },
    then: ({ params, reply }) => paths.draftStep(params.draft_id, reply.next),
    form: ({ params }) => paths.draftStep(params.draft_id, 'source'),
    async handle({ params, body, tx }) {
      if (body.judgment_hash === null) throw invalid('file', 'file_missing')
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      demandVersion(draft, body.body_version)
      const { judgment_hash } = body
      const body_version = await saveBody(tx, draft, { ...draft.body, judgment_hash })
      return { draft_id: params.draft_id, body_version, next: 'source' as const, stopped_search_id: null }
    },
  })
}
