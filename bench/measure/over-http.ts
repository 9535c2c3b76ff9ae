/** Questions put to a running site one after another, as an officer's browser would ask for JSON. */
import { ORIGIN, PORT } from '../lookups.ts'
import { timesOf } from './ask-index.ts'
import type { Question } from './invented-finding.ts'

/** Answers that warm the site and are not counted. */
const WARM_UP = 20

export async function askOverHttp(token: string, questions: readonly Question[]) {
  const took: number[] = []
  const sizes: number[] = []
  for (const { text } of questions) {
    const begun = performance.now()
    const reply = await fetch(`http://localhost:${PORT}/api/v1/searches`, {
      method: 'POST',
      headers: { origin: ORIGIN, cookie: `__Host-amanat=${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, kind: 'name', purpose: 'check', case_reference: 'FIR 1/2026' }),
    })
    const body = await reply.text()
    // A common name alone is refused: that is an answer too.
    if (reply.status !== 201 && reply.status !== 400)
      throw new Error(`${reply.status}: ${body.slice(0, 200)}`)
    took.push(performance.now() - begun)
    sizes.push(body.length)
  }
  return { ...timesOf(took.slice(WARM_UP)), bytes: sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0 }
}
