/** A guide that is run: its requests are sent one after the other, and its replies are compared with those that come. */
import assert from 'node:assert/strict'

export type Variables = Record<string, string>
type Block = { kind: string; text: string } | { kind: 'meanwhile'; text: string }

/** The fenced blocks of a guide in order, and between them what happens elsewhere meanwhile. */
export function blocksOf(markdown: string): Block[] {
  const found = markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$|^<!-- meanwhile: (\w+) -->$/gm)
  return [...found].map(([, kind, text, meanwhile]) =>
    meanwhile ? { kind: 'meanwhile', text: meanwhile } : { kind: kind ?? '', text: text ?? '' },
  )
}

const fill = (text: string, variables: Variables) =>
  text.replace(/\$(\w+)/g, (_, name: string) => {
    const value = variables[name]
    assert.ok(value !== undefined, `the guide names $${name} before anything gives it`)
    return value
  })

/** Sends what a block says and compares the reply; `"$name"` in it gives or renews a variable, `"…"` is any value. */
export async function sendBlock(text: string, variables: Variables): Promise<void> {
  const [asked = '', expected = ''] = text.split(/^HTTP\/1\.1 /m)
  const [head = '', ...body] = asked.trim().split('\n\n')
  const [first = '', ...lines] = head.split('\n')
  const [method = '', address = ''] = first.split(' ')
  const headers = lines.map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string])
  const reply = await fetch(fill(address, variables), {
    ...{ method, redirect: 'manual' },
    headers: headers.map(([name, value]): [string, string] => [name, fill(value, variables)]),
    ...(body.length > 0 ? { body: fill(body.join('\n\n'), variables) } : {}),
  })
  const said = await reply.text()
  const [status = '', ...rest] = expected.split('\n')
  assert.equal(reply.status, Number(status), `${first}: ${said}`)
  compare(JSON.parse(said), JSON.parse(rest.join('\n')), variables, first)
}

/** Every member that the guide shows is there and is as it says; a reply may have more. */
export function compare(actual: unknown, shown: unknown, variables: Variables, where: string): void {
  if (shown === '…') {
    assert.ok(actual !== undefined && actual !== null, where)
    return
  }
  if (typeof shown === 'string' && shown.startsWith('$')) {
    const name = shown.slice(1)
    // A version and a token are renewed; an id, once given, stays the same.
    if (variables[name] !== undefined && !['version', 'token'].includes(name))
      assert.equal(actual, variables[name], `${where} ${name}`)
    variables[name] = String(actual)
    return
  }
  if (Array.isArray(shown)) {
    assert.ok(Array.isArray(actual) && actual.length >= shown.length, `${where}: ${JSON.stringify(actual)}`)
    for (const [at, one] of shown.entries()) compare(actual[at], one, variables, `${where}[${at}]`)
    return
  }
  if (typeof shown === 'object' && shown !== null) {
    assert.ok(typeof actual === 'object' && actual !== null, where)
    for (const [name, one] of Object.entries(shown))
      compare((actual as Record<string, unknown>)[name], one, variables, `${where} ${name}`)
    return
  }
  assert.deepEqual(actual, shown, where)
}
