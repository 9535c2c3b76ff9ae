// Approvals at the same moment: of one card they make one person, of one man without a card the second finds the first.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { EntryComparison } from '../../contract/entries.ts'
import { paths } from '../../contract/paths.ts'
import { factsOfCard, type MatchCard } from '../../domain/search/match-card.ts'
import { knownCnic, startAgency } from '../../tests/support/agency.ts'
import { freshCnic } from '../../tests/support/given.ts'
import { askAbout, givenBody, givenSubmitted } from '../../tests/support/given-draft.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { parseOnce } from '../people/name-index.ts'
import { asActor, type RegisterTx } from '../platform/database.ts'
import { readScale } from '../searches/scale.ts'
import { lockAlike } from './lock-alike.ts'

/** Each race is run so often; RACES=200 for longer. */
const RACES = Number(process.env['RACES'] ?? 6)

const agency = await startAgency()
after(() => agency.stop())
const register = await openTestRegister({ identity: agency.identity })
await register.startJobs()
const { root, as, program } = register
const { bureauOfficer: me, bureauOfficerTwo: other } = as

const SOUNDS = [
  'ba',
  'ni',
  'mur',
  'tal',
  'ke',
  'sho',
  'ran',
  'di',
  'vel',
  'gu',
  'pir',
  'zo',
  'lam',
  'fe',
  'has',
  'qu',
]
const word = (n: number) => [n, n >> 4, n >> 8, 7 * n + 3].map((at) => SOUNDS[at % 16]).join('')
/** A man of whom nobody else here has the name. */
const namesOf = (n: number) => [
  { kind: 'name', script: 'Latn', text: `${word(n)} ${word(n + 1300)}` } as const,
  { kind: 'father', script: 'Latn', text: `${word(n + 2600)}` } as const,
]

let next_card = 100
/** An entry that waits for its second officer; approving it comes later. */
async function waiting(n: number, cnic: string | null) {
  const { person } = givenBody()
  const documents = cnic === null ? [] : [{ kind: 'cnic' as const, number: cnic }]
  const body = { person: { ...person, names: [...namesOf(n)], documents } }
  const draft_id = await givenSubmitted(register, { body })
  await askAbout(register, draft_id)
  return async (who: typeof me) => {
    const { shown_hash, held } = (await who.api.get(paths.entry(draft_id))).body as EntryComparison
    return {
      approve: () =>
        who.api.post(`${paths.entry(draft_id)}/approvals`, {
          ...{ station_id: 'pb_multan_saddar', shown_hash, person_id: held[0]?.person_id ?? null },
          ...{ basis_kind: 'fingerprint_reference', basis_reference: 'FPB-LHR 7/26' },
        }),
    }
  }
}
/** However long the races run, whoever approves has just used his passkey. */
const freshPasskeys = () => root.query('update access.session set step_up_at = now(), last_seen_at = now()')
const personIn = (reply: { body: unknown }) => (reply.body as { person_id: string }).person_id

describe('two entries that are approved at once', () => {
  it('of one card make one person: the second officer is sent to look again', async () => {
    for (let n = 0; n < RACES; n++) {
      await freshPasskeys()
      next_card += 1
      const cnic = knownCnic(next_card)
      const both = [await waiting(n, cnic), await waiting(n, cnic)] as const
      const [one, two] = [await both[0](me), await both[1](other)]
      const replies = await Promise.all([one.approve(), two.approve()])
      assert.deepEqual(replies.map(({ status }) => status).toSorted(), [201, 409])
      const late = replies[0]?.status === 409 ? await both[0](me) : await both[1](other)
      const again = await late.approve()
      assert.equal(again.status, 201, again.text)
      const first = replies.find(({ status }) => status === 201)
      assert.equal(personIn(again), first && personIn(first))
    }
  })
  it('of one man without a card wait for each other, and stand in the queue as a pair', async () => {
    for (let n = 0; n < RACES; n++) {
      await freshPasskeys()
      const [one, two] = [
        await (await waiting(500 + n, null))(me),
        await (await waiting(500 + n, null))(other),
      ]
      const replies = await Promise.all([one.approve(), two.approve()])
      assert.deepEqual(
        replies.map(({ status }) => status),
        [201, 201],
        replies.map(({ text }) => text).join(),
      )
      const { rows } = await root.query(
        'select count(*)::int as count from register.match_pair where person_a_id = $1 and person_b_id = $2',
        replies.map(personIn).toSorted(),
      )
      assert.deepEqual(rows, [{ count: 1 }], `race ${n}`)
    }
  })
})

describe('records that share nothing', () => {
  it('do not wait for each other; those that share a name and a father, or a number, do', async () => {
    const cnic = freshCnic()
    const cardOf = (n: number, cnics: string[]): MatchCard => {
      const [name, father] = namesOf(n)
      return {
        ...{ names: [name?.text ?? ''], fathers: [father?.text ?? ''], sex: 'male' },
        ...{ births: [], district_ids: ['pb_multan'], cnics },
      }
    }
    const lockOf = async (tx: RegisterTx, card: MatchCard) => {
      const asked = factsOfCard(card, parseOnce, { district_id: null, birth: null })
      return lockAlike(tx, program.keyring, { card, asked, scale: await readScale(tx, program.keyring) })
    }
    /** Whether the second waits while the first holds what it locked. */
    const waits = async (one: MatchCard, two: MatchCard) =>
      asActor(program.database, await me.token(), async (tx) => {
        await lockOf(tx, one)
        const second = asActor(program.database, await other.token(), async (later) => {
          await sql`set local lock_timeout = '200ms'`.execute(later)
          await lockOf(later, two)
        })
        const isLocked = (fault: { code?: string }) => fault.code === '55P03'
        return second.then(() => false, isLocked)
      })
    assert.equal(await waits(cardOf(900, []), cardOf(901, [])), false)
    assert.equal(await waits(cardOf(900, []), cardOf(900, [])), true)
    assert.equal(await waits(cardOf(900, [cnic]), cardOf(901, [cnic])), true)
  })
})
