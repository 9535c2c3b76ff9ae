/** The service's settings: the environment is read here and nowhere else, checked whole, and handed on as one frozen object. */
import { readFileSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { type NoteSigner, parseSigner } from '../../domain/audit/signed-note.ts'
import { type Keyring, parseKeyring } from './keys.ts'
import { type PaperSigner, parsePaperSigner } from './signing.ts'

export type Config = {
  readonly urls: {
    readonly app: string
    readonly gate: string
    readonly sequencer: string
    readonly worker: string
  }
  readonly keyring: Keyring
  readonly signer: NoteSigner
  readonly paper_signer: PaperSigner
  /** Keeps the last checkpoint signed; beside the signing key, so outside the database. */
  readonly last_signed_file: string
  readonly origin: string
  readonly host: string
  readonly port: number
  readonly identity: { readonly url: string; readonly secret: string }
  /** Undefined: reminders are printed, none is sent. */
  readonly reminders:
    | { readonly gateway: { readonly url: string; readonly secret: string }; readonly daily_limit: number }
    | undefined
  /** Undefined: agencies' systems are not let in. */
  readonly agencies:
    | { readonly issuer: string; readonly audience: string; readonly allows_private: boolean }
    | undefined
  readonly oidc:
    | { readonly issuer: string; readonly client_id: string; readonly client_secret: string }
    | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Why the service does not start: every fault at once, each with the setting it is in. */
export class ConfigRefused extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.map((fault) => `  - ${fault}`).join('\n'))
    this.name = 'ConfigRefused'
    this.faults = faults
  }
}

/** A reading in progress: faults are collected, so that the operator sees all of them in one run. */
type Reading = { env: Environment; faults: string[] }

const SECRET_LENGTH = 32
const TLS = ['require', 'verify-ca', 'verify-full']

/** Reads and checks the settings; throws `ConfigRefused` with all faults. */
export function readConfig(env: Environment = process.env): Config {
  const reading: Reading = { env, faults: [] }
  const config = {
    urls: {
      app: databaseUrl(reading, 'DATABASE_URL'),
      gate: databaseUrl(reading, 'DATABASE_GATE_URL'),
      sequencer: databaseUrl(reading, 'DATABASE_SEQUENCER_URL'),
      worker: databaseUrl(reading, 'DATABASE_WORKER_URL'),
    },
    keyring: secretFile(reading, 'KEY_FILE', parseKeyring),
    signer: secretFile(reading, 'LOG_KEY_FILE', parseSigner),
    paper_signer: secretFile(reading, 'PAPER_KEY_FILE', parsePaperSigner),
    last_signed_file: `${env['LOG_KEY_FILE']}.last-signed`,
    origin: origin(reading),
    host: env['HOST'] || '127.0.0.1',
    port: port(reading),
    identity: {
      url: serviceUrl(reading, 'IDENTITY_URL'),
      secret: secretFile(reading, 'IDENTITY_SECRET_FILE', longSecret),
    },
    reminders: reminders(reading),
    agencies: agencies(reading),
    oidc: oidc(reading),
  }
  refuseDemo(reading)
  refuseSharedLogins(reading, Object.values(config.urls))
  if (reading.faults.length > 0) throw new ConfigRefused(reading.faults)
  return freeze(config) as Config
}

/** Whether a database address leaves this machine: neither a socket folder nor a loopback name. */
export function isRemote(url: URL): boolean {
  const host = url.searchParams.get('host') ?? url.hostname
  return !(host === '' || host.startsWith('/') || isLoopback(host))
}

const isLoopback = (host: string) => /^(localhost|.*\.localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)

function required({ env, faults }: Reading, name: string): string | undefined {
  const value = env[name]
  if (!value) faults.push(`${name} is not set`)
  return value || undefined
}

/** A missing or faulty value is noted and comes back undefined; nobody sees it, because the reading then throws. */
function parsed<T>({ faults }: Reading, name: string, parse: () => T): T | undefined {
  try {
    return parse()
  } catch (fault) {
    faults.push(`${name}: ${fault instanceof Error ? fault.message : fault}`)
    return undefined
  }
}

function url(reading: Reading, name: string): URL | undefined {
  const text = required(reading, name)
  if (!text) return undefined
  const made = URL.canParse(text) ? new URL(text) : undefined
  if (!made) reading.faults.push(`${name} is not a URL`) // the text may hold a password: it is not repeated
  return made
}

function databaseUrl(reading: Reading, name: string): string {
  // postgres://user:password@/database?host=/socket has no host of its own, which a URL must have.
  const text = reading.env[name]?.replace('@/', '@localhost/')
  const made = url({ ...reading, env: { [name]: text } }, name)
  if (!made) return ''
  if (!/^postgres(ql)?:$/.test(made.protocol)) reading.faults.push(`${name} must begin with postgres://`)
  if (made.username === '') reading.faults.push(`${name} names no login`)
  if (made.searchParams.has('uselibpqcompat'))
    reading.faults.push(`${name}: uselibpqcompat would leave the certificate unchecked`)
  if (isRemote(made) && !TLS.includes(made.searchParams.get('sslmode') ?? ''))
    reading.faults.push(
      `${name} sends the register in plaintext to ${made.hostname}: add sslmode=verify-full`,
    )
  return reading.env[name] ?? ''
}

function refuseSharedLogins({ faults }: Reading, urls: readonly string[]) {
  const logins = urls
    .filter((text) => text !== '')
    .map((text) => new URL(text.replace('@/', '@localhost/')).username)
  if (new Set(logins).size < logins.length)
    faults.push(
      'DATABASE_URL and its companions must each have a login of their own: one login for two would join what the walls keep apart',
    )
}

function secretFile<T>(reading: Reading, name: string, parse: (text: string) => T): T | undefined {
  const file = required(reading, name)
  if (!file) return undefined
  return parsed(reading, name, () => {
    const { mode } = statSync(file)
    if ((mode & 0o077) !== 0) throw new Error(`${file} can be read by others: chmod 600`)
    return parse(readFileSync(file, 'utf8').trim())
  })
}

function longSecret(text: string): string {
  if (text.length < SECRET_LENGTH)
    throw new Error(`the secret must have at least ${SECRET_LENGTH} characters`)
  return text
}

function origin(reading: Reading): string {
  const made = url(reading, 'ORIGIN')
  if (!made) return ''
  if (made.href !== `${made.origin}/`) reading.faults.push('ORIGIN must be scheme, host and port only')
  if (made.protocol !== 'https:' && !isLoopback(made.hostname))
    reading.faults.push('ORIGIN must be https: over http, sessions and names travel in the clear')
  if (isIP(made.hostname.replace(/[[\]]/g, '')) !== 0)
    reading.faults.push('ORIGIN must be a name: passkeys refuse a bare address')
  return made.origin
}

function port({ env, faults }: Reading): number {
  const number = Number(env['PORT'] ?? '8080')
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    faults.push('PORT must be a whole number up to 65535')
  return number
}

function serviceUrl(reading: Reading, name: string): string {
  const made = url(reading, name)
  if (!made) return ''
  if (made.protocol !== 'https:' && !isLoopback(made.hostname)) reading.faults.push(`${name} must be https`)
  return made.href
}

const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET_FILE']

function oidc(reading: Reading) {
  if (OIDC.every((name) => !reading.env[name])) return undefined
  return {
    issuer: serviceUrl(reading, 'OIDC_ISSUER'),
    client_id: required(reading, 'OIDC_CLIENT_ID'),
    client_secret: secretFile(reading, 'OIDC_CLIENT_SECRET_FILE', longSecret),
  }
}

/** Whose access tokens open the register to agencies' systems; they are for this origin unless another audience is set. */
function agencies(reading: Reading): Config['agencies'] {
  const { env, faults } = reading
  if (!env['AGENCY_ISSUER']) return undefined
  const says = env['AGENCY_PRIVATE_ADDRESSES'] ?? 'no'
  if (says !== 'yes' && says !== 'no') faults.push('AGENCY_PRIVATE_ADDRESSES must be yes or no')
  serviceUrl(reading, 'AGENCY_ISSUER')
  // As written: a token's issuer is compared letter by letter.
  const issuer = env['AGENCY_ISSUER']
  const own = env['ORIGIN'] ?? ''
  const audience = env['AGENCY_AUDIENCE'] || (URL.canParse(own) ? new URL(own).origin : '')
  return { issuer, audience, allows_private: says === 'yes' }
}

const MOST_MESSAGES_A_DAY = 5_000

/** The message gateway is optional; the limit keeps a mistake from becoming a bill. */
function reminders(reading: Reading): Config['reminders'] {
  const { env, faults } = reading
  if (!env['MESSAGES_URL']) return undefined
  const limit = Number(env['MESSAGES_DAILY_LIMIT'] ?? MOST_MESSAGES_A_DAY)
  if (!Number.isInteger(limit) || limit < 1) faults.push('MESSAGES_DAILY_LIMIT must be a whole number from 1')
  const url = serviceUrl(reading, 'MESSAGES_URL')
  const secret = secretFile(reading, 'MESSAGES_SECRET_FILE', longSecret)
  return { gateway: { url: url ?? '', secret: secret ?? '' }, daily_limit: limit }
}

/** A setting that speaks of the demo means that somebody takes this for one. */
function refuseDemo({ env, faults }: Reading) {
  for (const name of Object.keys(env).filter((key) => /^(AMANAT_)?DEMO(_|$)/.test(key)))
    faults.push(`${name} is set: there is no demo with a database of your own (npm start runs one)`)
}

function freeze<T extends object>(value: T): Readonly<T> {
  for (const inner of Object.values(value))
    if (typeof inner === 'object' && inner !== null && Object.getPrototypeOf(inner) === Object.prototype)
      freeze(inner)
  return Object.freeze(value)
}
