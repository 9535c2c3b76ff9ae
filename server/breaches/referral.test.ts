/** The referral bundle: one signed PDF, of a breach that two officers referred, whenever it is opened. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { verifyCode } from '../../domain/receipt/verify.ts'
import { breachHands } from '../../tests/support/given-breach.ts'
import { codeFor } from '../../tests/support/given-code.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { EXAMPLE } from '../../tests/support/given-paper.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'
import { REFERRAL } from '../platform/paper.ts'
import { referralPaper } from './referral.ts'

const register = await openTestRegister()
const { as, root, clock, program } = register
clock.set('2025-09-20T06:00:00Z')
const { opened, proposed, see, sign } = breachHands(register)
const titleOf = (reply: { body: unknown }) => (reply.body as { title: string }).title

describe('a referral bundle', () => {
  const referred = async () => {
    const one = await proposed()
    await sign(as.shoSaddar, one.approval_id)
    return one
  }
  const print = (breach_id: string, who = as.officerSaddar) =>
    who.api.post(`/breaches/${breach_id}/referrals`)
  const pdf = async (print_id: string, who = as.officerSaddar) => {
    const headers = { cookie: `__Host-amanat=${await who.token()}` }
    return register.app.inject({ method: 'GET', url: `/prints/${print_id}/file`, headers })
  }
  it('is one signed PDF, and the same bytes whenever it is opened', async () => {
    const { breach_id } = await referred()
    const reply = await print(breach_id)
    assert.equal(reply.status, 201, reply.text)
    const { print_id, print_number } = reply.body as { print_id: string; print_number: string }
    const [first, second] = [await pdf(print_id), await pdf(print_id, as.shoSaddar)]
    assert.equal(first.headers['content-type'], 'application/pdf')
    assert.ok(first.rawPayload.equals(second.rawPayload))
    const folder = process.env['PICTURES']
    if (folder) writeFileSync(`${folder}/referral.pdf`, first.rawPayload)
    const pages = await getDocumentProxy(new Uint8Array(first.rawPayload))
    const { text } = await extractText(pages, { mergePages: true })
    assert.match(text, /Ill, will come/, 'the note of the contact step')
    assert.match(text, /Register Rules 2023/)
    assert.doesNotMatch(
      text,
      /SOR-RULES|SOR-SOP|ARITA|REGISTER-ASSUMPTIONS/,
      'laws have names, keys are the program’s own',
    )
    const { rows } = await root.query('select code from register.print where print_id = $1', [print_id])
    const read = await verifyCode(rows[0].code, program.paper_signer.published)
    assert.equal(read.verdict === 'sound' && read.statement.print_number, print_number)
  })
  it('that was printed when laws still stood in it by their keys opens as it was', async () => {
    const { breach_id } = await referred()
    const content = referralPaper(await see(breach_id))
    const steps = content.steps.map((step) => ({ ...step, law: 'SOR-RULES-2023' }))
    const printing = { ...EXAMPLE, token: await codeFor(), content: { ...content, steps } }
    const pages = await getDocumentProxy(new Uint8Array(program.press.print(REFERRAL, printing)))
    assert.match((await extractText(pages, { mergePages: true })).text, /SOR-RULES-2023/)
  })
  it('is not printed of a breach that is open, spared or fallen', async () => {
    assert.equal(titleOf(await print((await opened()).breach_id)), 'breach_closed')
    const one = await referred()
    await givenFacts(register, one.person_id, {
      notices: [{ duty: 'confirm_in_person', received_at: '2025-09-01T05:00:00Z' }],
    })
    assert.equal(titleOf(await print(one.breach_id)), 'breach_closed')
  })
  describe('POST /breaches/:breach_id/referrals', () => {
    provesAccess(
      () => register,
      () => ({
        ...{
          method: 'POST',
          path: async () => `/breaches/${(await referred()).breach_id}/referrals`,
          status: 201,
        },
        ...{ event: 'referral.printed', allowed: as.shoSaddar, elsewhere: as.shoVehari },
      }),
    )
  })
  it('cannot be written of a decision that nobody signed', async () => {
    const { breach_id, person_id } = await proposed()
    const forging = asActor(program.database, await as.officerSaddar.token(), (tx) =>
      tx
        .insertInto('register.print')
        .values({
          ...{ print_id: randomUUID(), print_number: 'P-2025-999999', kind: 'referral', person_id },
          ...{ about_id: breach_id, content_enc: Buffer.alloc(1), kek_id: 'x', code: 'x' },
          ...{ content_hash: Buffer.alloc(32), printed_by: as.officerSaddar.officer_id },
        })
        .execute(),
    )
    await assert.rejects(forging, /row-level security/)
  })
})
