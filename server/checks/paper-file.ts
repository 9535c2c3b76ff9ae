/** The copy of the FIR and the signed Annexure A as files: hashed as they come in, and thrown away. LAW 5. */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CheckSaved, PaperFile, PaperOf } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { actorOf } from '../platform/actor.ts'
import { decide } from '../platform/authorize.ts'
import { tokenOf } from '../platform/cookies.ts'
import { asActor } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { aboutCheck, factsOfCheck, factsOfList } from './facts.ts'
import { demandVersion, saveBody } from './queries.ts'
import { getLive } from './row.ts'
import { refuseIf, same } from './steps.ts'

/** Largest scan that is hashed. */
const MOST_BYTES = 64 * 1024 ** 2
const NOTHING = { body_version: 1, hash: null }

/** Whether to read on at all: nobody keeps the processor busy who may ask nothing. */
const mayAsk = (program: Program, request: FastifyRequest) =>
  asActor(program.database, tokenOf(request), async (_tx, session) => {
    if (!session || session.is_locked) return false
    const actor = actorOf(session)
    return decide(actor, 'check.ask', factsOfList({ actor })).allowed
  })

/** The hash of the file in a message, and the version that came before it. */
async function readFile(request: FastifyRequest) {
  const part = await request.file({ limits: { fileSize: MOST_BYTES } })
  if (!part) return NOTHING
  const hash = createHash('sha256')
  for await (const chunk of part.file) hash.update(chunk)
  if (part.file.truncated) throw new Problem('import_too_large')
  const version = part.fields['body_version']
  const typed = version && 'value' in version ? Number(version.value) : Number.NaN
  return { body_version: typed, hash: part.file.bytesRead > 0 ? hash.digest('hex') : null }
}

/** Routes under `scope` take a multipart message; its body is the hash by the time the contract is asked. */
export function paperFileRoutes(scope: FastifyInstance, program: Program): void {
  scope.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) throw new Problem('unsupported_media')
    // Who may not ask is told so by the endpoint, which records it.
    request.body = (await mayAsk(program, request)) ? await readFile(request) : NOTHING
  })
  endpoint(scope, program, {
    ...{ method: 'POST', url: '/checks/:check_id/files/:paper', consumes: ['multipart/form-data'] },
    summary: 'Let the server work out the fingerprint of a paper; the file is not kept',
    ...{ access: 'check.ask', audit: 'check.file_hashed', params: PaperOf, body: PaperFile },
    ...{ facts: factsOfCheck(program), event: aboutCheck, reply: CheckSaved },
    then: ({ params }) => paths.checkStep(params.check_id, 'papers'),
    form: ({ params }) => paths.checkStep(params.check_id, 'papers'),
    async handle({ params: { check_id, paper }, body, tx, now }) {
      if (body.hash === null) throw invalid(`${paper}_file`, 'file_missing')
      const check = await getLive(tx, program.keyring, check_id)
      demandVersion(check, body.body_version)
      const changed = { ...check.body, [`${paper}_hash`]: body.hash }
      refuseIf(
        same(changed.fir_hash, changed.annexure_hash).map((fault) => ({ ...fault, field: `${paper}_file` })),
      )
      return { check_id, body_version: await saveBody(tx, check, changed, now), next: 'papers' as const }
    },
  })
}
