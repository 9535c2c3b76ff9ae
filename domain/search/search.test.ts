// Finding people: what is read of words, under which pairs they are kept and asked for, and how an answer is put.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { NOTHING_KNOWN, type PersonFacts } from '../matching/evidence.ts'
import { MODEL } from '../matching/model.ts'
import { scorePerson } from '../matching/score.ts'
import { parseName } from '../names/parse.ts'
import { answerOf, byFit, fitOf, isProbable, tieOf } from './answer.ts'
import { cnicVariants } from './cnic-variants.ts'
import { briefCard, factsOfCard, isAskedInUrdu, type MatchCard, yearOf } from './match-card.ts'
import { countCard, type NameCounts, registerFrequencies } from './name-counts.ts'
import { pairsOf } from './pairs.ts'
import { probesOf } from './probes.ts'
import { isWeak, readQuestion } from './question.ts'

const TODAY = '2026-11-01'
const SCALE = { model: MODEL, frequencies: MODEL.frequencies }
const keysAsked = (question: PersonFacts) => probesOf(question, SCALE).probes.map(({ pair }) => pair)
const DISTRICTS = [
  { district_id: 'pb_kasur', name_en: 'Kasur', name_ur: 'قصور' },
  { district_id: 'sd_khairpur', name_en: 'Khairpur', name_ur: 'خیرپور' },
  { district_id: 'sd_khairpur_mirs', name_en: 'Khairpur Mirs', name_ur: 'خیرپور میرس' },
]
const read = (typed: string) => readQuestion(typed, DISTRICTS, TODAY)
const card = (more: Partial<MatchCard> = {}): MatchCard => ({
  ...{ names: ['Muhammad Aslam'], fathers: ['Akram'], sex: 'male', births: [], district_ids: ['pb_kasur'] },
  cnics: [],
  ...more,
})
const asked = (more: Partial<PersonFacts> = {}): PersonFacts => ({
  ...NOTHING_KNOWN,
  names: [parseName('Md Aslam')],
  ...more,
})

describe('what was typed into the box', () => {
  it('is read as a name, a father, another name, an age and a place', () => {
    const question = read('Ch. Md Aslam @ Achoo s/o Akram, about 40, Kasur')
    assert.deepEqual(question?.asked.birth, { kind: 'age', years: 40, on: TODAY })
    assert.equal(question?.asked.district_id, 'pb_kasur')
    assert.deepEqual(
      [
        question?.name.parts[0]?.text,
        question?.name.aliases[0]?.parts[0]?.text,
        question?.asked.fathers[0]?.parts[0]?.text,
      ],
      ['aslam', 'achoo', 'akram'],
    )
  })
  it('gives a birth by its year or its day, in the digits of any script', () => {
    const cases: [string, PersonFacts['birth']][] = [
      ['Aslam, born 1986', { kind: 'year', year: 1986 }],
      ['اسلم، ۱۹۸۶', { kind: 'year', year: 1986 }],
      ['Aslam, 1986-05-02', { kind: 'day', on: '1986-05-02' }],
      ['Aslam, 2/5/1986', { kind: 'day', on: '1986-05-02' }],
      ['Aslam, 45/25/1986', { kind: 'year', year: 1986 }],
      ['Aslam, 2/45/1986', { kind: 'year', year: 1986 }],
      ['Aslam, 07', null],
      ['Aslam', null],
    ]
    for (const [typed, birth] of cases) assert.deepEqual(read(typed)?.asked.birth, birth, typed)
  })
  it('names a district in either language, the longest where several fit', () => {
    const cases: [string, string | null][] = [
      ['Aslam r/o Khairpur Mirs', 'sd_khairpur_mirs'],
      ['Aslam r/o Khairpur', 'sd_khairpur'],
      ['محمد اسلم ولد محمد اکرم ضلع قصور', 'pb_kasur'],
      ['Aslam, Nowhere', null],
    ]
    for (const [typed, district_id] of cases) assert.equal(read(typed)?.asked.district_id, district_id, typed)
  })
  it('may hold a number that is nearly a CNIC, with a name or without', () => {
    assert.deepEqual(read('91234-567890-3')?.asked.cnics, ['912345678903'])
    const both = read('Aslam 91234-5678901-3')?.asked
    assert.deepEqual([both?.cnics, both?.names.length], [['9123456789013'], 1])
  })
  it('is nothing where it names nobody', () => {
    for (const typed of ['', '—', '12']) assert.equal(read(typed), undefined)
    assert.equal(read('Muhammad')?.asked.names.length, 1)
  })
  it('is too weak when it is one common name and nothing else', () => {
    const weak = (typed: string) => isWeak(read(typed)?.asked ?? NOTHING_KNOWN, MODEL.frequencies.perMillion)
    assert.deepEqual(
      ['Muhammad Aslam', 'Zorawar', 'Aslam s/o Akram', 'Aslam, Kasur', '9123456789013'].map(weak),
      [true, false, false, false, false],
    )
  })
})

describe('the pairs of a person', () => {
  it('are the same for a name in both scripts', () => {
    const of = (name: string, father: string) =>
      pairsOf(card({ names: [name], fathers: [father] }), parseName)
    assert.deepEqual(of('محمد اسلم', 'محمد اکرم'), of('Muhammad Aslam', 'Muhammad Akram'))
  })
  it('are met by what is asked of him in any of these ways', () => {
    const kept = pairsOf(card({ births: [{ kind: 'day', on: '1986-05-02' }] }), parseName)
    const all = new Set([...kept.pairs, ...kept.singles])
    for (const question of [
      asked({ fathers: [parseName('Akrum')] }),
      asked({ district_id: 'pb_kasur' }),
      asked({ birth: { kind: 'year', year: 1984 } }),
      asked({ birth: { kind: 'age', years: 38, on: '2026-11-01' } }),
      asked(),
    ])
      assert.ok(keysAsked(question).some((pair) => all.has(pair)))
  })
  it('hold a name that father and son share, and one that is Muhammad alone', () => {
    assert.ok(
      pairsOf(card({ names: ['Hussain'], fathers: ['Hussain'] }), parseName).pairs.includes('HSN|HSN'),
    )
    assert.ok(pairsOf(card({ names: ['Muhammad'] }), parseName).pairs.includes('*|AKRM'))
  })
  it('find who is asked for as Muhammad alone, by an initial, a title or a wrong name, by his father with a year or a district', () => {
    const known = { births: [{ kind: 'year', year: 1986 } as const], district_ids: ['pb_kasur'] }
    const { pairs } = pairsOf(card({ names: ['Muhammad Kashif'], fathers: ['Waseem'], ...known }), parseName)
    for (const name of ['Muhammad', 'M.', 'Mian', 'Sakhawat'])
      for (const by of [{ birth: { kind: 'year', year: 1986 } as const }, { district_id: 'pb_kasur' }]) {
        const question = asked({ names: [parseName(name)], fathers: [parseName('Wasim')], ...by })
        assert.ok(keysAsked(question).some((pair) => pairs.includes(pair)))
      }
  })
  it('are asked with a year though few should hold both names: one key stands for many spellings', () => {
    const question = asked({ names: [parseName('Ali')], fathers: [parseName('Shafillah')] })
    const year = asked({ ...question, birth: { kind: 'year', year: 2002 } })
    assert.ok(keysAsked(year).includes('AL|SFL|y:2002'))
  })
  it('count a word and the two names it may be made of as the same two facts', () => {
    const { probes, worth } = probesOf(asked({ names: [parseName('Sherafzal')], fathers: [] }), SCALE)
    const shows = (of: string) => probes.find(({ pair }) => pair === of)?.shows
    assert.equal(shows('SRFZL|'), shows('AFZL|SR'))
    assert.equal(worth.length, 2)
  })
  it('ask for what a word that nobody bears was meant for, behind who bears the word itself', () => {
    const { probes, worth } = probesOf(asked({ names: [parseName('Ashlaf')] }), SCALE)
    const of = (pair: string) => probes.find((probe) => probe.pair === pair)?.shows ?? 0
    const worthOf = (pair: string) =>
      worth.reduce((sum, one, at) => sum + ((of(pair) >> at) & 1 ? one : 0), 0)
    const [own = '', ...near] = probes.map(({ pair }) => pair).filter((pair) => /^[A-Z]+\|$/.test(pair))
    assert.ok(near.includes('ASRF|'), near.join(' '))
    assert.ok(worthOf('ASRF|') > 0 && worthOf('ASRF|') < worthOf(own))
    assert.deepEqual(keysAsked(asked({ names: [parseName('Ashraf')] })), ['ASRF|'])
  })
  it('join the halves of a father’s name that nobody bears, and of no other', () => {
    const of = (father: string) =>
      keysAsked(asked({ names: [parseName('Kashif')], fathers: [parseName(father)] }))
    assert.ok(of('Ars Lan Khan').includes('ARSLN|KSF'))
    assert.ok(!of('Ghulam Rasool').includes('GLMRSL|KSF'))
  })
  it('are asked without a rare word and a year that may be wrong', () => {
    const { pairs } = pairsOf(
      card({
        names: ['Ashraf Yusuf Soomro'],
        fathers: ['Ghulam Aslam'],
        births: [{ kind: 'year', year: 1979 }],
      }),
      parseName,
    )
    const question = asked({
      ...{ names: [parseName('Fakeer Ashraf Yusuf Soomro')], fathers: [parseName('Ghulam Aslam')] },
      birth: { kind: 'year', year: 1981 },
    })
    const { probes, worth } = probesOf(question, SCALE)
    const shown = probes
      .filter(({ pair }) => pairs.includes(pair))
      .reduce((bits, { shows }) => bits | shows, 0)
    // Fakeer and the year are wrong; of the six others at least five are asked for in keys that he holds.
    assert.equal(worth.length, 8)
    assert.ok(worth.filter((_, at) => (shown >> at) & 1).length >= 5)
  })
  it('show no more than whoever holds them is known to share, where a name may be his own or his father’s', () => {
    const question = asked({ names: [parseName('Ahmed Ali')], fathers: [parseName('Ali')] })
    const { probes } = probesOf(question, SCALE)
    const facts = (of: string) =>
      (probes.find(({ pair }) => pair === of)?.shows ?? 0).toString(2).replaceAll('0', '').length
    assert.deepEqual(['AL|AMD', 'AL|AL', 'AL|AL|AMD'].map(facts), [2, 2, 3])
  })
  it('show both of the neighbours that are written as one word', () => {
    const { probes } = probesOf(asked({ names: [parseName('Aslam Gul Zada')] }), SCALE)
    const shows = (of: string) => probes.find(({ pair }) => pair === of)?.shows
    assert.equal(shows('GLZD|'), shows('GL|ZD'))
  })
  it('read a last s as z, too', () => {
    const { singles } = pairsOf(card({ names: ['Sarfraz', 'سرفراز'] }), parseName)
    assert.ok(keysAsked(asked({ names: [parseName('Sarfras')] })).some((pair) => singles.includes(pair)))
  })
  it('find neighbours written as one word', () => {
    const { singles } = pairsOf(card({ names: ['Gul Zada'] }), parseName)
    assert.ok(keysAsked(asked({ names: [parseName('Gulzada')] })).some((pair) => singles.includes(pair)))
  })
  it('find two names that are asked for as one word, with a father and a year', () => {
    const kept = pairsOf(
      card({ names: ['Sher Afzal'], fathers: ['Karim Dad'], births: [{ kind: 'year', year: 1980 }] }),
      parseName,
    )
    const question = asked({
      ...{ names: [parseName('Sherafzal')], fathers: [parseName('Karimdad')] },
      birth: { kind: 'year', year: 1981 },
    })
    const held = new Set(kept.pairs)
    const { probes, worth } = probesOf(question, SCALE)
    const shown = probes.filter(({ pair }) => held.has(pair)).reduce((bits, { shows }) => bits | shows, 0)
    assert.ok(held.has('AFZL|SR|y:1980') && keysAsked(question).includes('AFZL|SR|y:1980'))
    assert.ok(worth.filter((_, at) => (shown >> at) & 1).length >= 4)
  })
  it('leave out a reading that the other script does not know', () => {
    const of = (...all: string[]) => pairsOf(card({ names: all, fathers: [] }), parseName).singles
    assert.deepEqual(of('Hasan'), ['HSN|', 'HZN|'])
    assert.deepEqual(of('Hasan', 'حسن'), ['HSN|'])
  })
  it('show each a fact, of 21 at most, however many names are asked for', () => {
    const eight = 'Aslam Bilal Karim Danish Ashraf Nadeem Wazir'
    const names = [
      `${eight} Sherafzal @ Sherafzal Ghulamrasool Achoo`,
      `${eight} Zahid Farooq Latif`,
      // No key is known of these scripts: as facts they would push those that follow past the last bit.
      `${'Иван Петров हरि सिंह '.repeat(3)} @ ${'王五 李四 '.repeat(6)} @ ${'王五 李四 '.repeat(6)} @ Aslam`,
    ]
    const fathers = [`${eight} Karimdad`, '王五 李四 Akram', ''].map((name) => parseName(name))
    for (const name of names)
      for (const father of fathers) {
        const question = asked({ names: [parseName(name)], fathers: [father, parseName('Iqbal Munir')] })
        for (const more of [{}, { birth: { kind: 'year', year: 1986 } as const, district_id: 'pb_kasur' }]) {
          const { probes, worth } = probesOf({ ...question, ...more }, SCALE)
          assert.ok(worth.length <= 21, `${worth.length} facts`)
          assert.ok(probes.length > 0)
          for (const { shows } of probes) assert.ok(shows > 0 && shows < 2 ** worth.length)
        }
      }
    // Zahid and Farooq are not asked for, nor is what they make as one word.
    const { probes } = probesOf(asked({ names: [parseName(names[1] ?? '')] }), SCALE)
    assert.ok(probes.every(({ shows }) => shows > 0))
  })
  it('are at most 72 of a question, those that show most first', () => {
    const many = asked({
      names: [parseName('Aslam Bilal Karim Danish')],
      fathers: [parseName('Akram Nadeem Wazir')],
      ...{ birth: { kind: 'year', year: 1986 }, district_id: 'pb_kasur' },
    })
    const { probes, worth } = probesOf(many, SCALE)
    assert.equal(probes.length, 72)
    const milli_bits = probes.map(({ shows }) =>
      worth.reduce((sum, one, at) => ((shows >> at) & 1 ? sum + one : sum), 0),
    )
    assert.deepEqual(
      milli_bits,
      [...milli_bits].sort((one, other) => other - one),
    )
  })
})

describe('a CNIC with a slip', () => {
  it('may have been meant for each number one slip away, and is among theirs', () => {
    const digits = fc.stringMatching(/^\d{13}$/)
    fc.assert(
      fc.property(digits, fc.nat(12), fc.nat(9), (cnic, at, digit) => {
        const wrong = cnic.slice(0, at) + digit + cnic.slice(at + 1)
        const missing = cnic.slice(0, at) + cnic.slice(at + 1)
        const extra = cnic.slice(0, at) + digit + cnic.slice(at)
        for (const typed of [cnic, wrong, missing, extra]) assert.ok(cnicVariants(typed).includes(cnic))
      }),
    )
  })
  it('has no more than 130, and none where it is no CNIC', () => {
    assert.equal(cnicVariants('9123456789013').length, 130)
    assert.deepEqual(cnicVariants('123'), [])
  })
})

describe('a match card', () => {
  const full = card({
    names: ['Aslam', 'Aslum', 'اسلم'],
    births: [
      { kind: 'day', on: '1986-05-02' },
      { kind: 'year', year: 1960 },
    ],
    district_ids: ['pb_kasur', 'sd_khairpur'],
  })
  it('gives the district and the birth that fit what is asked best', () => {
    const facts = factsOfCard(full, parseName, {
      district_id: 'sd_khairpur',
      birth: { kind: 'year', year: 1961 },
    })
    assert.deepEqual([facts.district_id, facts.birth], ['sd_khairpur', { kind: 'year', year: 1960 }])
    const plain = factsOfCard(full, parseName, { district_id: 'pb_multan', birth: null })
    assert.deepEqual([plain.district_id, plain.birth], ['pb_kasur', { kind: 'day', on: '1986-05-02' }])
    const bare = factsOfCard(card({ district_ids: [] }), parseName, { district_id: null, birth: null })
    assert.deepEqual([bare.district_id, bare.birth], [null, null])
  })
  it('is cut to one spelling in the script that is asked in', () => {
    assert.deepEqual(briefCard(full, true).names, ['اسلم'])
    assert.deepEqual(briefCard(full, false).names, ['Aslam'])
    assert.deepEqual(briefCard(card({ names: [], fathers: [] }), false).names, [])
    assert.deepEqual(
      [isAskedInUrdu({ names: [parseName('اسلم')] }), isAskedInUrdu({ names: [] })],
      [true, false],
    )
  })
  it('knows the middle year of any birth', () => {
    assert.equal(yearOf({ kind: 'age', years: 40, on: '2026-11-01' }), 1986)
  })
})

describe('how common a name is', () => {
  it('is the model’s for an empty register, and the register’s own once it holds many', () => {
    const perMillion = (counts: NameCounts, people: number) =>
      registerFrequencies(counts, people, MODEL.frequencies).perMillion('ASLM')
    assert.equal(perMillion(new Map(), 0), MODEL.frequencies.perMillion('ASLM'))
    const counts: NameCounts = new Map()
    for (let n = 0; n < 3; n += 1) countCard(counts, card(), parseName)
    assert.equal(counts.get('ASLM'), 3)
    const of_many = perMillion(new Map([['ASLM', 200_000]]), 1_000_000)
    assert.ok(Math.abs(of_many - 200_000) < 2_000, `${of_many}`)
    assert.equal(registerFrequencies(new Map([['X', 1]]), 1e7, MODEL.frequencies).perMillion('none'), 100)
  })
})

describe('an answer', () => {
  const one = (person_id: string, milli_bits: number, more: object = {}) => ({
    ...{ person_id, facts: asked({ fathers: [parseName(person_id)] }) },
    score: { ...scorePerson(asked(), asked(), MODEL), milli_bits, ...more },
  })
  it('puts a score in words', () => {
    assert.deepEqual([25_000, 13_000, 6_000, 0, -1].map(fitOf), [
      'very_well',
      'well',
      'partly',
      'little',
      undefined,
    ])
  })
  it('shows nobody whose evidence speaks against, and nobody who cannot be it', () => {
    const answer = answerOf(asked(), [
      one('akram', 9_000),
      one('b', 8_000, { vetoes: ['sex'] }),
      one('c', -5),
    ])
    assert.deepEqual([answer.shown.length, answer.others_count, answer.ask], [1, 0, null])
    assert.equal(answerOf(asked(), []).others_count, 0)
  })
  it('says how many fit as well, and what tells them apart', () => {
    const answer = answerOf(asked(), [one('akram', 9_000), one('bashir', 8_100), one('wazir', 7_900)])
    assert.deepEqual([answer.others_count, answer.ask], [1, 'father'])
  })
  it('puts first, of those who score the same, who is called so and born nearer', () => {
    const question = asked({ birth: { kind: 'age', years: 40, on: TODAY } })
    const tie = (name: string, year: number) => {
      const facts = asked({ names: [parseName(name)], birth: { kind: 'year', year } })
      const score = scorePerson(question, facts, MODEL)
      return { milli_bits: score.milli_bits, tie: tieOf(question, { facts, score }) }
    }
    const ordered = [tie('Muhammad Aslam', 1986), tie('Muhammad Aslam', 1985), tie('Aslam', 1986)]
    assert.equal(new Set(ordered.map(({ milli_bits }) => milli_bits)).size, 1)
    assert.ok(ordered.every((one, at) => at === 0 || one.tie > (ordered[at - 1]?.tie ?? 0)))
  })
  it('puts those who fit to the same bit in the order of courtesies, whatever the rest of the score', () => {
    const place = (milli_bits: number, tie: number) => ({ score: { milli_bits }, tie })
    const people = [
      ...[place(12_490, 199), place(12_300, 99), place(12_400, 199)],
      ...[place(11_400, 0), place(12_600, 299)],
    ]
    assert.deepEqual(
      people.toSorted(byFit).map(({ score }) => score.milli_bits),
      [12_600, 12_300, 12_490, 12_400, 11_400],
    )
  })
  it('calls nobody probable for a name alone', () => {
    const row = (field: 'name' | 'father') => ({
      ...{ field, code: 'part_same' as const, milli_bits: 14_000, query: 'a', candidate: 'a' },
    })
    const score = { milli_bits: 14_000, vetoes: [] }
    assert.equal(isProbable({ ...score, rows: [row('name')] }), false)
    assert.equal(isProbable({ ...score, rows: [row('father')] }), true)
    assert.equal(isProbable({ ...score, rows: [row('father')], vetoes: ['sex'] }), false)
    assert.equal(isProbable({ ...score, milli_bits: 11_000, rows: [row('father')] }), false)
  })
})
