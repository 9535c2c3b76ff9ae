/** Secrets of sessions and enrolment links: made here, stored as hashes only. */
import { createHash, randomBytes } from 'node:crypto'

/** 256 bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Hours an enrolment link may be used. */
export const LINK_HOURS = 24
