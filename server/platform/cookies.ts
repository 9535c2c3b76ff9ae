/** The cookies: the session's token and, before sign-in, the language. */
import type { FastifyReply, FastifyRequest } from 'fastify'

export const SESSION_COOKIE = '__Host-amanat'
export const CHALLENGE_COOKIE = '__Host-challenge'
export const LANGUAGE_COOKIE = '__Host-language'
/** Where an officer was when he had to unlock or to step up. */
export const RETURN_COOKIE = '__Host-return'

/** The code of a paper, from its form to the page that answers; letters of the code, and nothing else. */
export const CODE_COOKIE = '__Host-code'

const STRICT = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const

/** The session secret the browser sent; '' when none. */
export const tokenOf = (request: FastifyRequest): string => request.cookies[SESSION_COOKIE] ?? ''

/** Language for someone not signed in; Urdu first. */
export const languageOf = (request: FastifyRequest): 'en' | 'ur' =>
  request.cookies[LANGUAGE_COOKIE] === 'en' ? 'en' : 'ur'

export const setCookie = (reply: FastifyReply, name: string, value: string, seconds?: number) =>
  reply.setCookie(name, value, { ...STRICT, ...(seconds === undefined ? {} : { maxAge: seconds }) })

export const dropCookie = (reply: FastifyReply, name: string) => reply.clearCookie(name, STRICT)

/** A path of this site and nothing else: no other host can hide in it. */
export const isOwnPath = (path: string): boolean =>
  /^\/(?![/\\])[\w\-.~/?=&%]*$/.test(path) && !path.startsWith('/api/')

/** Notes where the officer was; addresses hold opaque ids only, so the cookie does too. */
export const noteReturn = (reply: FastifyReply, path: string) =>
  isOwnPath(path) && setCookie(reply, RETURN_COOKIE, path)

/** Where the officer was, once; the first page when nobody noted it. */
export function takeReturn(request: FastifyRequest, reply: FastifyReply): string {
  const path = request.cookies[RETURN_COOKIE] ?? '/'
  dropCookie(reply, RETURN_COOKIE)
  return isOwnPath(path) ? path : '/'
}
