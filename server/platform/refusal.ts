/** How a refusal is said: RFC 9457 in JSON; field problems from the contract's validator. */
import type { FastifyReply } from 'fastify'
import type { FieldProblem } from '../../contract/problems.ts'
import { Problem } from './problem.ts'

type Ajv = { instancePath: string; keyword: string; params: Record<string, unknown> }

/** The validator's words → our codes; the texts are `errors.field.<code>`. */
function fieldProblemOf(error: Ajv): FieldProblem {
  const at = error.instancePath.slice(1).replaceAll('/', '.')
  const join = (key: unknown) => (at === '' ? String(key) : `${at}.${key}`)
  switch (error.keyword) {
    case 'required':
      return { field: join(error.params['missingProperty']), code: 'required' }
    case 'additionalProperties':
      return { field: join(error.params['additionalProperty']), code: 'unknown_key' }
    case 'format':
      return { field: at, code: `format_${String(error.params['format']).replace('-', '_')}` }
    case 'minLength':
    case 'minItems':
      return { field: at, code: 'required' }
    case 'maxLength':
    case 'maxItems':
    case 'minimum':
    case 'maximum':
      return { field: at, code: error.keyword, values: { limit: Number(error.params['limit']) } }
    case 'enum':
    case 'const':
      return { field: at, code: 'not_a_choice' }
    default:
      return { field: at, code: error.keyword === 'type' ? 'wrong_type' : 'not_understood' }
  }
}

/** A request that its contract refuses, field by field. */
export function invalidRequest(error: Error & { validation?: unknown }): Problem {
  const found = ((error.validation ?? []) as Ajv[])
    .filter((e) => e.keyword !== 'anyOf' && e.params['type'] !== 'null')
    .map(fieldProblemOf)
  const fields = [...new Map(found.map((f) => [f.field, f])).values()]
  return new Problem('invalid', { fields })
}

/** Sends a problem as `application/problem+json`. */
export function replyProblem(reply: FastifyReply, problem: Problem, request_id: string) {
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `urn:amanat:problem:${problem.code}`,
      title: problem.code,
      status: problem.status,
      request_id,
      ...(problem.fields.length > 0 ? { fields: problem.fields } : {}),
      ...(problem.gloss ? { detail: problem.gloss } : {}),
    })
}
