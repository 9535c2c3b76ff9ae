/** A real OpenID provider on the loopback, and someone who walks through its pages. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import Provider from 'oidc-provider'

export type IdentityProvider = {
  settings: { issuer: string; client_id: string; client_secret: string }
  /** Signs in there as `login`, agrees, and returns the address to which the provider sends the browser back. */
  walk: (address: string, login: string) => Promise<string>
}

/** Starts the provider; `badges` gives the service number it says of a login, where it says one. */
export async function openIdentityProvider(
  redirect_uri: string,
  badges: Record<string, string> = {},
): Promise<IdentityProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const client = { client_id: 'amanat', client_secret: 'known to both' }
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [redirect_uri] }],
    claims: { openid: ['sub', 'badge'] },
    conformIdTokenClaims: false,
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...(badges[id] ? { badge: badges[id] } : {}) }),
    }),
  })
  server.on('request', provider.callback())
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    settings: { issuer, ...client },
    walk: (address, login) => walk(issuer, redirect_uri, address, login),
  }
}

const MOST_STEPS = 12

async function walk(issuer: string, end: string, address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>()
  let at = address
  let form: URLSearchParams | undefined
  for (let step = 0; step < MOST_STEPS; step++) {
    if (at.startsWith(end)) return at
    const reply = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/)
      cookies.set(name, value)
    }
    const location = reply.headers.get('location')
    if (location) {
      at = new URL(location, issuer).href
      form = undefined
      continue
    }
    const page = await reply.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (!prompt) throw new Error(`the provider answered ${reply.status}: ${page}`)
    form = new URLSearchParams({ prompt, login, password: 'any' })
    at = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', issuer).href
  }
  throw new Error('the provider never sent the browser back')
}
