// The policies as loaded: checked strictly against their schema, each with its gloss, parsed once.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { SchemaJson } from '@cedar-policy/cedar-wasm'
import type { Gloss } from '../../domain/access/decision.ts'

// The ESM build of the package needs an experimental flag; the CommonJS build loads its WebAssembly itself.
export const cedar = createRequire(import.meta.url)(
  '@cedar-policy/cedar-wasm/nodejs',
) as typeof import('@cedar-policy/cedar-wasm')

const FOLDER = new URL('../../policies/', import.meta.url)

export type PolicySource = { policies: string; schema: string }

export type Policy = {
  id: string
  text: string
  effect: 'permit' | 'forbid'
  /** Position in the files: of several refusals the first is the one explained. */
  rank: number
  gloss: Gloss
  is_hidden: boolean
  needs: 'step_up' | null
}

/** Entity type of each attribute, or null for a plain value. */
export type Shape = ReadonlyMap<string, string | null>

export type PolicySet = {
  /** SHA-256 of policies and schema; names the rules a decision was taken under. */
  hash: string
  policies: ReadonlyMap<string, Policy>
  shapes: ReadonlyMap<string, Shape>
  schema: SchemaJson<string>
}

/** The policy files in order of their names, and the schema, as committed. */
export function readPolicySource(): PolicySource {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.cedar'))
  const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')
  return { policies: names.sort().map(read).join('\n'), schema: read('schema.cedarschema') }
}

/** The glosses of refusals that no policy made. */
export function readGlosses(): { none: Gloss; error: Gloss } {
  return JSON.parse(readFileSync(new URL('gloss.json', FOLDER), 'utf8'))
}

/** Parses and checks policies; throws with every fault found, so that the program does not start. */
export function parsePolicies(source: PolicySource): PolicySet {
  const schema = parseSchema(source.schema)
  const policies = splitPolicies(source.policies)
  const staticPolicies = Object.fromEntries(policies.values().map((policy) => [policy.id, policy.text]))
  const answer = cedar.validate({ schema, policies: { staticPolicies } })
  if (answer.type === 'failure') throw faulty(answer.errors)
  const found = [...answer.validationErrors, ...answer.validationWarnings]
  const faults = [
    ...found.map((f) => ({ message: `${f.policyId}: ${f.error.message}` })),
    ...answer.otherWarnings,
  ]
  if (faults.length > 0) throw faulty(faults)
  const hash = createHash('sha256')
    .update(JSON.stringify([source.schema, source.policies]))
    .digest('hex')
  for (const parsed of [
    cedar.preparseSchema(hash, schema),
    cedar.preparsePolicySet(hash, { staticPolicies }),
  ]) {
    if (parsed.type === 'failure') throw faulty(parsed.errors)
  }
  return { hash, policies, shapes: shapesOf(schema), schema }
}

function parseSchema(text: string): SchemaJson<string> {
  const answer = cedar.schemaToJsonWithResolvedTypes(text)
  if (answer.type === 'failure') throw faulty(answer.errors)
  if (answer.warnings.length > 0) throw faulty(answer.warnings)
  return answer.json
}

function splitPolicies(text: string): ReadonlyMap<string, Policy> {
  const parts = cedar.policySetTextToParts(text)
  if (parts.type === 'failure') throw faulty(parts.errors)
  if (parts.policy_templates.length > 0) throw faulty([{ message: 'a template is not expected here' }])
  // The parts come back in no order we may rely on: the rank is where the id stands in the files.
  const found = parts.policies.map((part) => readPolicy(part, text))
  const policies = new Map(found.sort((a, b) => a.rank - b.rank).map((policy) => [policy.id, policy]))
  if (policies.size !== found.length) throw faulty([{ message: 'two policies have one @id' }])
  return policies
}

function readPolicy(part: string, whole: string): Policy {
  const answer = cedar.policyToJson(part)
  if (answer.type === 'failure') throw faulty(answer.errors)
  const { annotations = {}, effect } = answer.json
  const { id, gloss_en: en, gloss_ur: ur, answer: shown, needs } = annotations
  if (!id || !en || !ur) throw new Error(`policy without @id, @gloss_en or @gloss_ur:\n${part}`)
  if (shown !== undefined && shown !== 'not_found') throw new Error(`${id}: unknown @answer "${shown}"`)
  if (needs !== undefined && needs !== 'step_up') throw new Error(`${id}: unknown @needs "${needs}"`)
  const rank = whole.indexOf(`@id("${id}")`)
  return {
    id,
    text: part,
    effect,
    rank,
    gloss: { en, ur },
    is_hidden: shown === 'not_found',
    needs: needs ?? null,
  }
}

function shapesOf(schema: SchemaJson<string>): ReadonlyMap<string, Shape> {
  return new Map(
    Object.entries(schema['']?.entityTypes ?? {}).map(([name, type]) => {
      const attributes =
        'shape' in type && type.shape && 'attributes' in type.shape ? type.shape.attributes : {}
      return [name, new Map(Object.entries(attributes).map(([key, value]) => [key, entityTypeOf(value)]))]
    }),
  )
}

const entityTypeOf = (type: object): string | null =>
  'type' in type && type.type === 'Entity' && 'name' in type ? String(type.name) : null

const faulty = (faults: readonly { message: string }[]) =>
  new Error(`policies: ${faults.map((fault) => fault.message).join('\n')}`)
