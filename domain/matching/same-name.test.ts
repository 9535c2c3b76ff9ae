import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { frequenciesOf } from '../names/frequencies.ts'
import { parseName } from '../names/parse.ts'
import { compareNames } from './compare-names.ts'
import { MODEL } from './model.ts'
import { compareTwoNames } from './same-name.ts'

const answer = (one: string, other: string) => compareTwoNames(parseName(one), parseName(other), MODEL)
const codes = (one: string, other: string) => answer(one, other).rows.map(({ code }) => code)

describe('two names', () => {
  const cases = [
    ['Ch. Md Aslam @ Achoo s/o Akram, about 40, Kasur', 'محمد اسلم ولد محمد اکرم', 'same'],
    ['Muhammad Ali', 'محمد علی', 'same'],
    ['Achoo', 'Aslam @ Achoo', 'same'],
    ['Imran Khan', 'Khan, Imran', 'same'],
    ['Imran Khan', 'Khan Imran', 'same'],
    ['M. Y. Khan', 'Muhammad Yousaf Khan', 'same'],
    ['Asif Ali Zardari', 'آصف زرداری', 'same'],
    ['Par veen Akhtar', 'پروین اختر', 'same'],
    ['Noor Jahan', 'Noorjehan', 'same'],
    ['Mst. Safia', 'صفیہ بی بی', 'same'],
    ['Rana Aslam', 'Aslam', 'same'],
    ['Sajid', 'ساجد', 'same'],
    ['S.M. Zafar', 'Syed Muhammad Zafar', 'same'],
    ['S. Murad Ali', 'Syed Murad Ali', 'same'],
    ['A.R. Khan', 'Abdul Rehman Khan', 'same'],
    ['غلاممحمد', 'Ghulam Muhammad', 'same'],
    ['طاہر القادری', 'Tahir ul Qadri', 'same'],
    ['Pir Bakhsh', 'Peerbaksh', 'same'],
    ['میر افضل', 'Mirafzal', 'same'],
    ['Hazrat Jan', 'Hazratjan', 'same'],
    ['Hafiz Ali', 'Hafeez Ali', 'same'],
    ['Muhammad Sayeed', 'محمد سعید', 'same'],
    ['Pir Dad', 'Peerbaksh', 'different'],
    ['Muhammad Aslam', 'Muhamamd Aslam', 'same'],
    ['Muhammad Arif', 'Muharnmad Arif', 'same'],
    ['Noor Hassan', 'N00r Hassan', 'same'],
    ['Zulfiqar Ali', 'Zulfiqar AIi', 'same'],
    ['Imran Khan', 'lmran Khan', 'same'],
    ['Nisar Ch.', 'نثار چودھری', 'same'],
    ['قمر الزمان', 'قمرالزماں', 'same'],
    ['مسعود احمد', 'مسعو د احمد', 'same'],
    ['Haji Allah Ditta', 'اللہ دتہ', 'same'],
    ['Malik Allah Yar', 'Allahyar', 'same'],
    ['Jai Ram Das', 'Jairamdas', 'same'],
    ['محمد ا سلم', 'محمد اسلم', 'same'],
    ['عبدا لغفور', 'Abdul Ghafoor', 'same'],
    ['نور ا لدین', 'نورالدین', 'same'],
    ['غلاممصطفی', 'غلام مصطفےٰ', 'same'],
    ['علاؤ الدین', 'علاءالدین', 'same'],
    ['محمد عثمان جوڻيجو', 'Muhammad Usman Junejo', 'same'],
    ['Zohra BB', 'زہرہ بی بی', 'same'],
    ['Hayat UIIah', 'Hayat Ullah', 'same'],
    ['KamaI Khan', 'Kamal Khan', 'same'],
    ['Abdu1 Ghani', 'Abdul Ghani', 'same'],
    ['1mran Khan', 'Imran Khan', 'same'],
    ['Mohamsd Tariq Khan', 'Muhammad Tariq Khan', 'same'],
    ['شعیب احمد', 'شویب احمد', 'same'],
    ['ذوالفقار علی', 'زولفقار علی', 'same'],
    ['شفیق احمد', 'شففیق احمد', 'same'],
    ['شفیق احمد', 'سفیق احمد', 'same'],
    ['خورشید بیگم', 'خرشید بیگم', 'same'],
    ['Saima Naz', 'Salma Naz', 'possible'],
    ['Jatoi Ali Sher', 'Ali Sher Jatoi', 'same'],
    ['Ali Sher Jatoi', 'Sher Ali Jatoi', 'possible'],
    ['Gul Muhammad Khattak', 'Muhammad Gul Khattak', 'possible'],
    ['بھٹی محمد سلیم', 'Muhammad Saleem Bhatti', 'same'],
    ['Pir Bakhsh Junejo', 'Nabi Bakhsh Junejo', 'possible'],
    ['Sain Dino', 'Sahib Dino', 'different'],
    ['Munir Ahmad', 'منور احمد', 'different'],
    ['Ibad Ullah', 'عبید اللہ', 'different'],
    ['Zul Qarnain Haider', 'ذو القرنین حیدر', 'same'],
    ['Mahgul Reki', 'ماہ گل ریکی', 'same'],
    ['Malik Sher Bahadur Tiwana', 'Malik Sher Muhammad Tiwana', 'possible'],
    ['جندوڈا عرف جندو کھوکھر', 'جندوڈا کھوکھر', 'same'],
    ['HC Sikandar Baig', 'ہیڈ کانسٹیبل سکندر بیگ', 'same'],
    ['Asif Ali @ Kala', 'Arif Ali @ Kala', 'possible'],
    ['Jamil Ahmed', 'Jamal Ahmed', 'possible'],
    ['Fayyaz Hussain', 'فیض حسین', 'possible'],
    ['Sadiq Ali', 'Siddique Ali', 'possible'],
    ['Maulana Mahmood', 'Muhammad', 'different'],
    ['حمزہ خان', 'حمزہ خ ان', 'same'],
    ['ڈاکٹراحسن اقبال', 'احسن اقبال', 'same'],
    ['گل محمد', 'گلمحمد', 'same'],
    ['Said Rasool', 'سید رسول', 'same'],
    ['Said Rasool', 'سعید رسول', 'same'],
    ['Saeed Rasool', 'سید رسول', 'possible'],
    ['ذوالفقار علی', 'زوالفقار علی', 'same'],
    ['Nasreen Bibi zauja Akram', 'نسرین بی بی زوجہ اکرم', 'same'],
    ['Imran Khan Qaum Afridi', 'Imran Khan', 'same'],
    ['خالد محمود', 'حالد محمود', 'same'],
    ['محمد بشیر', 'محمد پشیر', 'possible'],
    ['Sajid Mahmood', 'Sajicl Mahmood', 'same'],
    ['G. M.', 'Ghulam Murtaza', 'possible'],
    ['خان محمد', 'جان محمد', 'different'],
    ['Muhammad Khan', 'Mohmand Khan', 'different'],
    ['Muhammad Ahmed', 'Mehmood Ahmed', 'different'],
    ['Ali Muhammad', 'Muhammad Ali', 'possible'],
    ['Imran', 'Imran Khan', 'possible'],
    ['Ali', 'Ali Raza', 'possible'],
    ['Rehman', 'Abdul Rehman', 'possible'],
    ['Rehman', 'عبدالرحمٰن', 'possible'],
    ['Rasheed', 'Rashid', 'possible'],
    ['Muhammad', 'محمد', 'possible'],
    ['Tariq Aziz Butt', 'Tariq Aziz Dar', 'possible'],
    ['Aslam Pervez s/o Akram Ali', 'Aslam Pervez s/o Akram Baig', 'possible'],
    ['Muhammad', 'Muhammad Ali', 'different'],
    ['Aslam', 'Akram', 'different'],
    ['Nasir', 'Nasreen', 'different'],
    ['Khalid Mehmood', 'خالدہ محمود', 'different'],
    ['Hassan Ali', 'حسین علی', 'different'],
    ['Imran Khan', 'Imran Malik', 'different'],
    ['Aslam s/o Akram', 'اسلم ولد اشرف', 'different'],
    ['Pir Bakhsh', 'Mir Bakhsh', 'different'],
    ['Noor Muhammad', 'Noor Ahmed', 'different'],
    ['Ahmed Khan', 'Muhammad Khan', 'different'],
    ['Mr. Naseem', 'Mst. Naseem', 'different'],
    ['G. Rasool', 'Khuda Rasool', 'different'],
    ['Habibullah', 'Habibuddin', 'different'],
    ['Imran', '王小明', 'different'],
    ['李雷', '王小明', 'different'],
    ['王小明', '王小明', 'same'],
    ['Иван Петров', 'Иван Иванов', 'different'],
  ] as const
  for (const [one, other, expected] of cases)
    it(`‘${one}’ and ‘${other}’ are ${expected}, from either side`, () => {
      assert.equal(answer(one, other).verdict, expected)
      assert.equal(answer(other, one).verdict, expected)
    })

  it('have Muhammad, Syed and courtesies shown, and weighing nothing', () => {
    const { rows } = answer('Syed Muhammad Tariq Sahib', 'Tariq')
    const shown = rows.filter(({ code }) => ['muhammad', 'syed', 'style'].includes(code))
    assert.deepEqual(
      shown.map(({ code, milli_bits }) => [code, milli_bits]),
      [
        ['muhammad', 0],
        ['syed', 0],
        ['style', 0],
      ],
    )
  })
  it('show a title as it is written, with the part that it is read with', () => {
    const shown = (one: string, other: string) =>
      compareNames(parseName(one), parseName(other), MODEL).rows.map(({ code, query, candidate }) =>
        [code, query, candidate].join(' '),
      )
    const cases = [
      ['Mir Afzal', 'Mirafzal', ['part_same mir afzal mirafzal', 'part_commonness afzal ']],
      ['Mirafzal', 'میر افضل', ['part_close mirafzal میر افضل', 'part_commonness  افضل']],
      ['Hafiz Ali', 'Hafeez Ali', ['title_alike hafiz hafeez']],
      ['Hafeez Ali', 'Hafiz Ali', ['title_alike hafeez hafiz']],
      ['Peer Muhammad', 'Pir Muhammad Baloch', ['part_same peer pir']],
      ['پیر محمد بلوچ', 'Peer Muhammad', ['part_same پیر peer']],
    ] as const
    for (const [one, other, rows] of cases)
      assert.deepEqual(
        rows.filter((row) => !shown(one, other).includes(row)),
        [],
        `${one}, ${other}: ${shown(one, other)}`,
      )
  })
  it('say how common they are, and weigh less the commoner they are', () => {
    const [common, rare] = [answer('Ali', 'علی'), answer('Zulqarnain', 'ذوالقرنین')]
    assert.ok((common.borne_by_per_million ?? 0) > 100 * (rare.borne_by_per_million ?? 0))
    assert.ok(common.milli_bits < rare.milli_bits)
    assert.equal(answer('Ali', 'Tariq').borne_by_per_million, null)
  })
  it('are weighed by the frequencies of the register that asks', () => {
    const mine = frequenciesOf({
      rarest_per_million: 1,
      typical_per_million: 1000,
      per_million: { TRK: 500_000 },
    })
    const [a, b] = [parseName('Tariq'), parseName('طارق')]
    assert.ok(compareNames(a, b, MODEL, mine).milli_bits < compareNames(a, b, MODEL).milli_bits)
  })
  it('name the alias by which they agree, and a part that is the other’s father', () => {
    assert.ok(codes('Achoo', 'Aslam @ Achoo').includes('alias'))
    assert.ok(codes('Aslam Akram', 'اسلم ولد اکرم').includes('part_is_father'))
    assert.ok(codes('A. Tariq', 'Asif Tariq').includes('initial_fits'))
    assert.ok(codes('Bhatti Imran', 'Imran Bhatti').includes('order_swapped'))
  })
})

/** Which part was looked at when: docs/decisions/0041-matcher.md. Floors, below what is measured. */
const pairsOf = (file: string) =>
  readFileSync(new URL(`../../tests/names/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
const pairs = pairsOf('real-name-pairs.tsv')
const outside = ['outside', 'second-outside', 'third-outside'].map((of) => pairsOf(`${of}-name-pairs.tsv`))

/** How many of a part's pairs of this label are called one name. */
function sharesOf(all: readonly string[][], part: string) {
  const share = (label: string) => {
    const asked = all.filter(([of_part, of_label]) => of_part === part && of_label === label)
    const same = asked.filter(([, , , one = '', other = '']) => answer(one, other).verdict === 'same')
    return same.length / asked.length
  }
  return { same: share('same'), different: share('different') }
}

describe('pairs of real given names', () => {
  it('are many, and of both kinds', () => {
    assert.ok(pairs.length > 800)
    assert.deepEqual([...new Set(pairs.map(([half, label]) => `${half} ${label}`))].length, 6)
  })
  for (const part of ['look', 'kept', 'later'])
    it(`of the part ‘${part}’ are called one name when they are, and seldom when they are not`, () => {
      const { same, different } = sharesOf(pairs, part)
      assert.ok(same > 0.93, `${same} of the same`)
      assert.ok(different < 0.04, `${different} of the different`)
    })
})

describe('pairs written by somebody who had not read the matcher', () => {
  for (const [at, floors] of [
    { least: 0.88, most: 0.01 },
    { least: 0.86, most: 0.02 },
    { least: 0.87, most: 0.06 },
  ].entries())
    for (const part of ['look', 'kept'])
      it(`(set ${at + 1}) of the part ‘${part}’ are called one name when they are, and seldom when they are not`, () => {
        const { same, different } = sharesOf(outside[at] ?? [], part)
        assert.ok(same > floors.least, `${same} of the same`)
        assert.ok(different < floors.most, `${different} of the different`)
      })
})
