import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Type } from 'typebox'
import type { FactsOf } from '../../domain/access/actions.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { endpoint } from './endpoint.ts'
import type { Left } from './leaving.ts'
import { createSite } from './site.ts'

const register = await openTestRegister()
const { program } = register
const cookie = `__Host-amanat=${await register.as.bureauOfficer.token()}`
const faults: unknown[] = []

/** A site whose one route sends a file and says of it what it is given. */
async function siteOf(leaves: ((reply: { text: string }) => Left) | undefined) {
  const app = await createSite(program, {
    requests_per_minute: 1_000,
    onFault: (fault) => faults.push(fault),
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/leaking', summary: 'A file', access: 'day.view', audit: 'day.viewed' },
    facts: (): FactsOf<'day'> => ({ kind: 'day', place: null }),
    reply: Type.Object({ text: Type.String() }),
    handle: async () => ({ text: 'Muhammad Bashir, son of Allah Ditta' }),
    file: ({ reply }) => ({ name: 'file.txt', type: 'text/plain', body: [reply.text] }),
    ...(leaves ? { leaves } : {}),
  })
  await app.ready()
  return app
}

describe('a file that is not written down', () => {
  for (const [name, left] of [
    ['a paper of a number that no print has', { print_number: 'P-2026-999999' }],
    ['a file of many people', { export_id: '00000000-0000-4000-8000-000000000000' }],
  ] satisfies [string, Left][])
    it(`is not sent: ${name}`, async () => {
      const app = await siteOf(() => left)
      for (const url of ['/leaking', '/api/v1/leaking']) {
        const reply = await app.inject({ url, headers: { cookie } })
        assert.equal(reply.statusCode, 500, url)
        assert.ok(!reply.body.includes('Bashir'), url)
        assert.match(String(faults.pop()), /not written down/)
      }
      await app.close()
    })
  it('is sent where it tells of nobody', async () => {
    const app = await siteOf(() => 'nobody')
    const reply = await app.inject({ url: '/leaking', headers: { cookie } })
    assert.deepEqual([reply.statusCode, reply.headers['content-type']], [200, 'text/plain'])
    await app.close()
  })
  it('does not even start where nothing is said of it', async () => {
    await assert.rejects(siteOf(undefined), /does not say where that is written down/)
  })
})
