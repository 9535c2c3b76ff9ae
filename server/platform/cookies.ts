/** The cookies: the session's token and, before sign-in, the language. */
import type { FastifyReply, FastifyRequest } from 'fastify'

export const SESSION_COOKIE = '__Host-amanat'
export const CHALLENGE_COOKIE = '__Host-challenge'
export const LANGUAGE_COOKIE = '__Host-language'

const STRICT = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const

/** The session secret the browser sent; '' when none. */
export const tokenOf = (request: FastifyRequest): string => request.cookies[SESSION_COOKIE] ?? ''

/** Language for someone not signed in; Urdu first. */
export const languageOf = (request: FastifyRequest): 'en' | 'ur' =>
  request.cookies[LANGUAGE_COOKIE] === 'en' ? 'en' : 'ur'

export const setCookie = (reply: FastifyReply, name: string, value: string, seconds?: number) =>
  reply.setCookie(name, value, { ...STRICT, ...(seconds === undefined ? {} : { maxAge: seconds }) })

export const dropCookie = (reply: FastifyReply, name: string) => reply.clearCookie(name, STRICT)
