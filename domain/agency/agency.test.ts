import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addressFault, mayBeCalled } from './webhook-address.ts'
import { isSigned, secretText, signMessage } from './webhook-signature.ts'

const STRICT = { allows_private: false, allows_loopback_http: false }
const NETWORK = { allows_private: true, allows_loopback_http: false }
const DEMO = { allows_private: false, allows_loopback_http: true }

describe('where messages to an agency may go', () => {
  const cases: [string, ReturnType<typeof addressFault>][] = [
    ['https://hooks.punjab.example/amanat', null],
    ['https://203.0.114.9/hook', null],
    ['http://hooks.punjab.example/', 'not_https'],
    ['ftp://hooks.punjab.example/', 'not_https'],
    ['https://user:secret@hooks.example/', 'has_credentials'],
    ['https://hooks.example/#part', 'has_fragment'],
    ['hooks.example', 'not_an_address'],
    [`https://hooks.example/${'a'.repeat(500)}`, 'not_an_address'],
    ['https://localhost/', 'private_address'],
    ['https://db.internal/', 'private_address'],
    ['https://127.0.0.1/', 'private_address'],
    ['https://2130706433/', 'private_address'], // 127.0.0.1 as one number
    ['https://0x7f.1/', 'private_address'],
    ['https://10.0.0.8/', 'private_address'],
    ['https://169.254.169.254/latest/meta-data/', 'private_address'],
    ['https://[::1]/', 'private_address'],
    ['https://[::ffff:10.0.0.8]/', 'private_address'],
    ['https://[fd00::1]/', 'private_address'],
    ['https://[64:ff9b::a00:8]/', 'private_address'],
    ['https://[2606:4700::1111]/', null],
    ['http://127.0.0.1:9/', 'not_https'],
  ]
  for (const [address, fault] of cases)
    it(`${address.slice(0, 60)}: ${fault ?? 'yes'}`, () => assert.equal(addressFault(address, STRICT), fault))
  it('takes a private network where that is set, and http to this machine in the demo alone', () => {
    assert.equal(addressFault('https://10.0.0.8/', NETWORK), null)
    assert.equal(addressFault('http://10.0.0.8/', NETWORK), 'not_https')
    assert.equal(addressFault('http://127.0.0.1:9/', DEMO), null)
    assert.equal(addressFault('http://10.0.0.8/', DEMO), 'not_https')
  })
  it('does not take this machine, its own line or a name for them, also where a private network is set', () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', '169.254.169.254', '[fe80::1]', '0.0.0.0', '[::]'])
      assert.equal(addressFault(`https://${host}/`, NETWORK), 'private_address', host)
    assert.equal(addressFault('https://db.internal/', NETWORK), null)
  })
  it('judges an address alike in each of its spellings', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(byte, byte, byte, byte, fc.boolean(), (a, b, c, d, allows_private) => {
        const may = (address: string) => mayBeCalled(address, { allows_private, allows_loopback_http: false })
        const v4 = `${a}.${b}.${c}.${d}`
        assert.equal(may(`::ffff:${v4}`), may(v4))
        assert.equal(may(`64:ff9b::${v4}`), may(v4))
        assert.equal(may(new URL(`http://[::ffff:${v4}]/`).hostname), may(v4))
      }),
    )
  })
  const reach: [string, 'public' | 'network' | 'never'][] = [
    ['172.15.255.255', 'public'],
    ['172.16.0.0', 'network'],
    ['172.32.0.0', 'public'],
    ['100.63.0.1', 'public'],
    ['100.64.0.1', 'network'],
    ['10.255.255.255', 'network'],
    ['192.168.1.1', 'network'],
    ['223.255.255.255', 'public'],
    ['fd12::1', 'network'],
    ['2606:4700::1111', 'public'],
    ['3ffe::1', 'public'],
    ['127.0.0.53', 'never'],
    ['169.254.169.254', 'never'],
    ['0.0.0.0', 'never'],
    ['224.0.0.1', 'never'],
    ['255.255.255.255', 'never'],
    ['::', 'never'],
    ['::1', 'never'],
    ['::7f00:1', 'never'],
    ['2002:a00:1::', 'never'],
    ['2001:db8::1', 'never'],
    ['2001::1', 'never'],
    ['3fff:fff::1', 'never'], // documentation, RFC 9637
    ['64:ff9b:1:a00::5db8:d822', 'never'], // NAT64 of a network's own, RFC 8215
    ['fe80::1%eth0', 'never'],
    ['ff02::1', 'never'],
    ['nonsense', 'never'],
    ['999.999.999.999', 'never'],
    ['1:2', 'never'],
  ]
  for (const [address, is] of reach)
    it(`${address} is called ${is === 'never' ? is : `in the ${is}`}`, () =>
      assert.deepEqual(
        [mayBeCalled(address, STRICT), mayBeCalled(address, NETWORK)],
        [is === 'public', is !== 'never'],
      ))
  it('calls this machine in the demo alone', () => {
    assert.deepEqual([mayBeCalled('127.0.0.1', DEMO), mayBeCalled('10.0.0.8', DEMO)], [true, false])
  })
})

describe('the signature of a message', () => {
  const [secret, next] = [secretText(Buffer.alloc(32, 1)), secretText(Buffer.alloc(32, 2))]
  const message = { id: 'event', timestamp: '1764150000', body: '{"kind":"answered"}' }
  const now = 1_764_150_010
  it('is what the published scheme gives (Standard Webhooks)', () => {
    const given = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: '1614265330',
      body: '{"test": 2432232314}',
    }
    assert.equal(
      signMessage(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], given),
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
  })
  it('passes under either of two valid secrets, and under no other', () => {
    const signature = signMessage([next, secret], message)
    for (const one of [secret, next]) assert.equal(isSigned(one, message, signature, now), true)
    assert.equal(isSigned(secretText(Buffer.alloc(32, 3)), message, signature, now), false)
  })
  it('does not pass with another body, id or time, nor five minutes later', () => {
    const signature = signMessage([secret], message)
    for (const changed of [{ body: '{}' }, { id: 'other' }, { timestamp: '1764150001' }])
      assert.equal(isSigned(secret, { ...message, ...changed }, signature, now), false)
    assert.equal(isSigned(secret, message, signature, now + 300), false)
    assert.equal(isSigned(secret, { ...message, timestamp: 'soon' }, signature, now), false)
    assert.equal(isSigned(secret, message, signature.replace('v1', 'v0'), now), false)
  })
})
