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

/** IPv4 blocks that are not of the public internet: [first number, prefix length in bits]. RFC 6890. */
const V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

const numberOf = (v4: string) => v4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const isV4 = (text: string) => /^\d{1,3}(\.\d{1,3}){3}$/.test(text)

function isPrivateV4(v4: string): boolean {
  const value = numberOf(v4)
  return V4.some(([first, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(value / size) === Math.floor(numberOf(first) / size)
  })
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

function isPrivateV6(v6: string): boolean {
  const groups = groupsOf(v6)
  const [first = 0, second = 0] = groups
  const [high = 0, low = 0] = groups.slice(6)
  const v4 = `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
  // IPv4 written as IPv6: ::, mapped, and through NAT64.
  if (groups.slice(0, 5).every((group) => group === 0)) return isPrivateV4(v4)
  if (first === 0x64 && second === 0xff9b) return isPrivateV4(v4)
  if (first === 0x2002) return true // 6to4 hides an IPv4 address
  if (first === 0x2001 && second < 0x200) return true // Teredo and others for protocols
  if (first === 0x2001 && second === 0xdb8) return true
  // The public internet is 2000::/3 and nothing else.
  return first < 0x2000 || first > 0x3fff
}

/**
 * Whether an IP address is not of the public internet; anything that is no address counts as such.
 * @example isPrivateAddress('10.1.2.3') // true
 */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').split('%')[0] ?? ''
  if (isV4(plain)) return isPrivateV4(plain)
  return plain.includes(':') ? isPrivateV6(plain.toLowerCase()) : true
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
const isAddress = (host: string) => isV4(host) || host.startsWith('[')

/**
 * What is wrong with an address that two people would register; null when nothing is. A name is looked up when a message is
 * sent, and judged then.
 * @example addressFault('http://hooks.example', { allows_private: false, allows_loopback_http: false }) // 'not_https'
 */
export function addressFault(text: string, allowed: Allowed): AddressFault | null {
  if (text.length > MOST_LENGTH || !URL.canParse(text)) return 'not_an_address'
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return 'has_credentials'
  if (url.hash !== '') return 'has_fragment'
  const is_loopback = LOOPBACK.test(url.hostname)
  if (is_loopback && allowed.allows_loopback_http) return null
  if (url.protocol !== 'https:') return 'not_https'
  if (allowed.allows_private) return null
  const is_local_name = is_loopback || /(^|\.)(localhost|local|internal)\.?$/.test(url.hostname)
  return is_local_name || (isAddress(url.hostname) && isPrivateAddress(url.hostname))
    ? 'private_address'
    : null
}
