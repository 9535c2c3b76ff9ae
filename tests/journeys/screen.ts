/** What a screen of the list is, and how a form is sent to come to one. */
import assert from 'node:assert/strict'
import type { PersonaName } from '../support/personas.ts'
import type { As, Reply, TestRegister } from '../support/register.ts'

export type Screen = {
  /** Null: nobody is signed in. */
  who: PersonaName | null
  name: string
  /** The address; made for each visit where a page is shown once. */
  at: string | (() => Promise<string>)
  status?: number
}

/** The reply's field of an act that must succeed. */
export function fieldOf(reply: Reply, field: string): string {
  assert.ok(reply.status === 200 || reply.status === 201, reply.text)
  return String((reply.body as Record<string, unknown>)[field])
}

/** Where the browser is sent after a form, at whatever origin the site is open by now. */
export async function sentTo(
  { app, program }: TestRegister,
  who: As,
  path: string,
  fields = {},
): Promise<string> {
  const reply = await app.inject({
    ...{ method: 'POST', url: path, payload: new URLSearchParams(fields).toString() },
    headers: {
      ...{ origin: program.origin, 'content-type': 'application/x-www-form-urlencoded' },
      cookie: `__Host-amanat=${await who.token()}`,
    },
  })
  assert.equal(reply.statusCode, 303, reply.body)
  return String(reply.headers.location)
}

/** Where a refused form is shown again. */
export const refusedAt =
  (register: TestRegister, who: As, path: string, fields = {}) =>
  async () => {
    const location = await sentTo(register, who, path, fields)
    assert.match(location, /\?form=/)
    return location
  }

export type Line = readonly [name: string, at: Screen['at'], status?: number]

/** The screens of one officer, a line each. */
export const of = (who: PersonaName | null, lines: readonly Line[]): Screen[] =>
  lines.map(([name, at, status]) => ({ who, name, at, ...(status ? { status } : {}) }))
