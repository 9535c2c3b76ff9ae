/** A browser without a screen: keeps cookies between requests, sends JSON and forms, follows nothing. */
import { asReply, ORIGIN, type Reply, type TestRegister } from './register.ts'

export type Visitor = {
  cookies: Map<string, string>
  get: (path: string) => Promise<Reply>
  post: (path: string, body?: unknown) => Promise<Reply>
  form: (path: string, fields?: Record<string, string>) => Promise<Reply>
}

export function visitor(register: TestRegister): Visitor {
  const cookies = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', url: string, type?: string, payload?: string) => {
    const reply = await register.app.inject({
      ...{ method, url },
      headers: {
        origin: ORIGIN,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(type ? { 'content-type': type } : {}),
      },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value } of reply.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return asReply(reply)
  }
  return {
    cookies,
    get: (path) => ask('GET', path),
    post: (path, body) =>
      body === undefined
        ? ask('POST', `/api/v1${path}`)
        : ask('POST', `/api/v1${path}`, 'application/json', JSON.stringify(body)),
    form: (path, fields = {}) =>
      ask('POST', path, 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString()),
  }
}
