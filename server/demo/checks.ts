/** Check requests at every desk of the demo, made by its officers through the site. */
import { createHash } from 'node:crypto'
import { CHECKLIST } from '../../domain/check/screen.ts'
import { inventPerson } from '../../domain/invented/person.ts'
import { type Ask, actAs, type Working } from './acting.ts'

const TICKED = Object.fromEntries(CHECKLIST.map((item) => [item, true]))
const hashOf = (text: string) => createHash('sha256').update(`demo ${text}`).digest('hex')

type Told = {
  fir_number: number
  name_latin: string
  name_urdu: string
  father_name_latin: string
  father_name_urdu: string
  born_year: number
  cnic: string | null
}

/** Men of no register: names of the generator's own, and numbers that nobody bears. */
const SUSPECTS: readonly Told[] = [
  ['Rashid Mehmood', 'راشد محمود', 'Rahim Bakhsh', 'رحیم بخش', 1991, '9000011100013'],
  ['Karim Dad', 'کریم داد', 'Allah Yar', 'اللہ یار', 1985, '9000011100025'],
  ['Sajjad Ali', 'سجاد علی', 'Ghulam Nabi', 'غلام نبی', 1998, null],
  ['Nadeem Akhtar', 'ندیم اختر', 'Muhammad Sharif', 'محمد شریف', 1979, '9000011100037'],
  ['Waseem Abbas', 'وسیم عباس', 'Abbas Ali', 'عباس علی', 1994, '9000011100049'],
].map(([name_latin, name_urdu, father_name_latin, father_name_urdu, born_year, cnic], at) => ({
  ...{ name_latin: String(name_latin), name_urdu: String(name_urdu), fir_number: 201 + at },
  ...{ father_name_latin: String(father_name_latin), father_name_urdu: String(father_name_urdu) },
  ...{ born_year: Number(born_year), cnic: cnic === null ? null : String(cnic) },
}))

/** Somebody of the register with a card, as an officer elsewhere might write him down. */
export function onRegister({ seed, world, from_index }: Working): Told | undefined {
  for (let index = 0; index < from_index; index += 1) {
    const { names, documents, born_on, sex } = inventPerson(seed, index, world)
    const cnic = documents.find(({ kind }) => kind === 'cnic')?.number.replace(/\D/g, '')
    const of = (kind: string, script: string) =>
      names.find((name) => name.kind === kind && name.script === script)?.text
    const [name_latin, name_urdu] = [of('name', 'Latn'), of('name', 'Arab')]
    if (cnic?.length !== 13 || sex !== 'male' || !name_latin || !name_urdu || !born_on) continue
    return {
      ...{ fir_number: 199, name_latin, name_urdu, cnic, born_year: Number(born_on.slice(0, 4)) },
      ...{ father_name_latin: of('father', 'Latn') ?? '', father_name_urdu: of('father', 'Arab') ?? '' },
    }
  }
  return undefined
}

/** The steps of a request, until the one named. */
async function write(ask: Ask, told: Told, year: number, until: 'suspect' | 'papers'): Promise<string> {
  const { fir_number, name_latin, name_urdu, father_name_latin, father_name_urdu, ...known } = told
  const text = (typed: string) => (typed === '' ? null : typed)
  const steps = {
    fir: {
      ...{ station_id: 'pb_multan_saddar', fir_number, fir_year: year, transfer_order: null },
      ...{ offences: ['PPC-376'], other_sections: null },
    },
    suspect: {
      ...{ name_latin, name_urdu, ...known, sex: 'male', age: null, aliases: null, district_id: 'pb_multan' },
      ...{ father_name_latin: text(father_name_latin), father_name_urdu: text(father_name_urdu) },
      slip_number: null,
    },
    reasons: {
      ...{
        relevance: 'named_in_fir',
        reasons: 'Named as accused. Whether he did it before bears on the remand.',
      },
      names_confirmed: false,
    },
    papers: { fir_hash: hashOf(`fir ${fir_number}`), annexure_hash: hashOf(`annexure ${fir_number}`) },
  }
  const begun = (await ask('POST', '/checks')).body as { check_id: string; body_version: number }
  let { body_version } = begun
  for (const [step, body] of Object.entries(steps)) {
    const saved = await ask('POST', `/checks/${begun.check_id}/${step}`, { body_version, ...body })
    if (saved.status !== 200) throw new Error(`the step ${step} was refused: ${JSON.stringify(saved.body)}`)
    body_version = (saved.body as { body_version: number }).body_version
    if (step === until) break
  }
  if (until === 'papers') await ask('POST', `/checks/${begun.check_id}/sendings`, { body_version })
  return begun.check_id
}

/** One request at each desk: written, asked, given back, forwarded (of somebody on the register), proposed, released. */
export async function fillChecks(working: Working): Promise<void> {
  const year = Number(working.today.slice(0, 4))
  const [first, second, third, fourth, fifth] = SUSPECTS
  const known = onRegister(working)
  if (!first || !second || !third || !fourth || !fifth || !known) return
  const ids = await actAs(working, 'investigator', async (ask) => {
    await write(ask, fifth, year, 'suspect')
    const sent: string[] = []
    for (const told of [first, second, known, third, fourth])
      sent.push(await write(ask, told, year, 'papers'))
    return sent
  })
  const [, returned, ...forwarded] = ids
  await actAs(working, 'prosecutor', async (ask) => {
    for (const id of forwarded) await ask('POST', `/checks/${id}/forwardings`, TICKED)
    await ask('POST', `/checks/${returned}/returns`, {
      return_reason: 'annexure',
      return_note: 'The signature is missing on the second page.',
    })
  })
  const [, proposed, released] = forwarded
  await actAs(working, 'bureau_officer', async (ask) => {
    await ask('POST', `/checks/${proposed}/answers`, { outcome: 'unclear', needs: ['cnic'] })
    await ask('POST', `/checks/${released}/answers`, { outcome: 'no_record', needs: [] })
  })
  await actAs(working, 'bureau_officer_2', async (ask) => {
    const desk = (await ask('GET', `/checks/${released}/answer`)).body as {
      proposed: { shown_hash: string } | null
    }
    await ask('POST', `/checks/${released}/releases`, { shown_hash: desk.proposed?.shown_hash })
  })
}
