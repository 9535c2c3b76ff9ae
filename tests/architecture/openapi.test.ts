// The interface that others build on changes only in sight: the golden copy is part of the change.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { openapiText } from '../../bin/catalogue/openapi-text.ts'

type Operation = { summary?: string; responses?: Record<string, unknown> }
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

const text = await openapiText()
const document: Document = JSON.parse(text)

it('openapi.json is what the routes offer: run `npm run openapi` after a change of a contract', () => {
  assert.equal(text, readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'))
})

it('it is an OpenAPI 3.1 document, and every act says in a few words what it does', () => {
  assert.match(document.openapi, /^3\.1\./)
  const acts = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, act]) => ({ name: `${method} ${path}`, ...act })),
  )
  assert.ok(acts.length >= 20)
  for (const { name, summary, responses } of acts) {
    assert.match(summary ?? '', /^[A-Z].{8,}/, name)
    assert.ok(responses && Object.keys(responses).length > 0, name)
    assert.match(name, /^(get|post) \/api\/v1\//)
  }
})

it('every field of every contract is written with small letters and underscores', () => {
  const strange: string[] = []
  const look = (schema: unknown, where: string) => {
    if (typeof schema !== 'object' || schema === null) return
    const { properties } = schema as { properties?: object }
    for (const key of Object.keys(properties ?? {}))
      if (!/^[a-z][a-z0-9_]*$/.test(key)) strange.push(`${where}: ${key}`)
    for (const [key, inner] of Object.entries(schema)) look(inner, `${where}/${key}`)
  }
  look(document.paths, '')
  // The browser's own words for a passkey (WebAuthn) are not ours to spell.
  assert.deepEqual(
    strange.filter((at) => !/\/(properties\/)?(credential|options|response)|passkey|enrolments/.test(at)),
    [],
  )
})
