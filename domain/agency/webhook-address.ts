// Where messages to an agency may go: what the register is made to call must not be a door into its own network.

export type AddressFault =
  | 'not_https'
  | 'has_credentials'
  | 'has_fragment'
  | 'private_address'
  | 'not_an_address'

export type Allowed = {
  /** Addresses of a private network, as where all police share one. */
  allows_private: boolean
  /** The demo and tests: http to this very machine. */
  allows_loopback_http: boolean
}

const MOST_LENGTH = 500

/** Where an address lies: on the public internet, in a private network, or where nothing is ever called. */
type Reach = 'public' | 'network' | 'never'
type Block = readonly [first: string, prefix_bits: number]

/** IPv4 blocks of private networks, and of carriers' own. RFC 1918, RFC 6598. */
const NETWORK_V4: readonly Block[] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
]
/** IPv4 blocks of this machine, its own line (where clouds keep their secrets), and no machine at all. RFC 6890. */
const NEVER_V4: readonly Block[] = [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
const LOOPBACK_V4: readonly Block[] = [['127.0.0.0', 8]]

const numberOf = (v4: string) => v4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

const isIn = (v4: string, blocks: readonly Block[]) =>
  blocks.some(([first, prefix_bits]) => {
    const size = 2 ** (32 - prefix_bits)
    return Math.floor(numberOf(v4) / size) === Math.floor(numberOf(first) / size)
  })

function reachOfV4(v4: string): Reach {
  if (isIn(v4, NEVER_V4)) return 'never'
  return isIn(v4, NETWORK_V4) ? 'network' : 'public'
}

/** The eight groups of an IPv6 address; an IPv4 tail counts as two. */
function groupsOf(v6: string): number[] {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(v6)
  const number = tail ? numberOf(tail[2] ?? '') : 0
  const text = tail
    ? `${tail[1]}${Math.floor(number / 65_536).toString(16)}:${(number % 65_536).toString(16)}`
    : v6
  const [head = '', rest] = text.split('::')
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  const [before, after] = [read(head), read(rest ?? '')]
  const missing = rest === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<number>(Math.max(missing, 0)).fill(0), ...after]
}

/** The IPv4 address that an IPv6 address is a spelling of: ::, mapped, and through NAT64; undefined where it is none. */
function v4Within(groups: readonly number[]): string | undefined {
  const [high = 0, low = 0] = groups.slice(6)
  const prefix = groups.slice(0, 6).map((group) => group.toString(16))
  const spelt = ['0:0:0:0:0:0', '0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'].includes(prefix.join(':'))
  return spelt ? `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}` : undefined
}

function reachOfV6(v6: string): Reach {
  const groups = groupsOf(v6)
  const v4 = v4Within(groups)
  if (v4 !== undefined) return reachOfV4(v4)
  const [first = 0, second = 0] = groups
  if (first >> 9 === 0x7e) return 'network' // fc00::/7
  if (first === 0x2002) return 'never' // 6to4 hides an IPv4 address
  if (first === 0x2001 && second < 0x200) return 'never' // Teredo and others for protocols
  if (first === 0x2001 && second === 0xdb8) return 'never' // documentation
  if (first === 0x3fff && second < 0x1000) return 'never' // documentation
  // The public internet is 2000::/3 and nothing else.
  return first < 0x2000 || first > 0x3fff ? 'never' : 'public'
}

/** 4 or 6; 0 where a text is no IP address. */
function versionOf(text: string): 0 | 4 | 6 {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text))
    return text.split('.').every((part) => Number(part) <= 255) ? 4 : 0
  return text.includes(':') && URL.canParse(`http://[${text}]/`) ? 6 : 0
}

const bare = (host: string) => (host.replace(/^\[|\]$/g, '').split('%')[0] ?? '').toLowerCase()
const isOwn = (address: string) =>
  address === '::1' || (versionOf(address) === 4 && isIn(address, LOOPBACK_V4))

/**
 * Whether messages may go to an IP address; to what is no address they may not. Where a private network is allowed, this machine
 * and its own line are still no part of it.
 * @example mayBeCalled('10.1.2.3', { allows_private: false, allows_loopback_http: false }) // false
 */
export function mayBeCalled(address: string, { allows_private, allows_loopback_http }: Allowed): boolean {
  const plain = bare(address)
  const version = versionOf(plain)
  if (version === 0) return false
  if (allows_loopback_http && isOwn(plain)) return true
  const reach = version === 4 ? reachOfV4(plain) : reachOfV6(plain)
  return reach === 'public' || (reach === 'network' && allows_private)
}

const OWN_NAMES = /(^|\.)localhost\.?$/
const NETWORK_NAMES = /(^|\.)(local|internal)\.?$/

/**
 * What is wrong with an address that two people would register; null when nothing is. A name is looked up when a message is
 * sent, and judged then.
 * @example addressFault('http://hooks.example', { allows_private: false, allows_loopback_http: false }) // 'not_https'
 */
export function addressFault(text: string, allowed: Allowed): AddressFault | null {
  if (!URL.canParse(text)) return 'not_an_address'
  const { username, password, hash, hostname, protocol, href } = new URL(text)
  if (href.length > MOST_LENGTH) return 'not_an_address'
  if (username !== '' || password !== '') return 'has_credentials'
  if (hash !== '') return 'has_fragment'
  const is_own = OWN_NAMES.test(hostname) || isOwn(bare(hostname))
  if (protocol === 'http:' && is_own && allowed.allows_loopback_http) return null
  if (protocol !== 'https:') return 'not_https'
  if (is_own) return 'private_address'
  const may_be = versionOf(bare(hostname))
    ? mayBeCalled(hostname, allowed)
    : allowed.allows_private || !NETWORK_NAMES.test(hostname)
  return may_be ? null : 'private_address'
}

/**
 * An address as it is called: what two people confirm must not look like another one, so letters of other scripts stand as the
 * look-up will ask for them.
 * @example calledAddress('https://HOOKS.example') // 'https://hooks.example/'
 */
export const calledAddress = (text: string): string => new URL(text).href
