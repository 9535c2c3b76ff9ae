// The register's main job, end to end in a real browser, from every officer's own day: once in English, where the
// investigator works by keyboard alone, and once in Urdu without JavaScript, where he asks in the other script.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { knownCnic, startAgency } from '../support/agency.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { keys, mouse } from './hands.ts'
import * as job from './main-job.ts'

const agency = await startAgency([
  {
    ...{ cnic: knownCnic(301), names: ['Zulfiqar Ahmed', 'ذوالفقار احمد'], sex: 'male' },
    ...{ father_names: ['Noor Elahi', 'نور الٰہی'], born_on: '1985-06-09', born_year: 1985 },
  },
  {
    ...{ cnic: knownCnic(302), names: ['Khurshid Alam', 'خورشید عالم'], sex: 'male' },
    ...{ father_names: ['Ghulam Yaseen', 'غلام یٰسین'], born_on: '1979-12-21', born_year: 1979 },
  },
])
after(() => agency.stop())
const register = await openTestRegister({ identity: agency.identity })
await register.startJobs()
const site = await openSite(register)

const convicted = { custody: '2024-02-12..2026-03-03', aliases: '', age_years: '', sections: '376 PPC' }
const STORIES: readonly job.Story[] = [
  {
    language: 'en',
    row: {
      ...{ ...convicted, cnic: knownCnic(301), born_on: '09/06/1985' },
      ...{ name_latin: 'Zulfiqar Ahmed', name_urdu: 'ذوالفقار احمد' },
      ...{ father_name_latin: 'Noor Elahi', father_name_urdu: 'نور الٰہی' },
    },
    asked: { name_latin: 'Zulfikar Ahmad', father_name_latin: 'Nur Ilahi', born_year: '1985' },
    hand: keys,
  },
  {
    language: 'ur',
    row: {
      ...{ ...convicted, cnic: knownCnic(302), born_on: '21/12/1979' },
      ...{ name_latin: 'Khurshid Alam', name_urdu: '' },
      ...{ father_name_latin: 'Ghulam Yaseen', father_name_urdu: '' },
    },
    asked: { name_urdu: 'خورشید عالم', father_name_urdu: 'غلام یٰسین', born_year: '۱۹۷۹' },
    hand: mouse,
  },
]

const EXISTS = { en: /A record exists/, ur: /ریکارڈ موجود ہے/ }
const NONE = { en: /No record/, ur: /ریکارڈ موجود نہیں/ }

for (const story of STORIES)
  describe(`the main job, ${story.language}`, () => {
    const run: job.Job = {
      register,
      site,
      story,
      person_path: '',
      asked_count: story.language === 'en' ? 0 : 50,
    }
    let check = ''
    let steps = 0
    let done_count = 0
    /** A step after one that failed would only wait in vain. */
    const step = (what: string, work: () => Promise<void>) => {
      const before = steps++
      it(what, async () => {
        assert.equal(done_count, before, 'a step before it failed')
        await work()
        done_count += 1
      })
    }

    step(
      'brings a conviction from a district’s return onto the register, and tells the man what he owes',
      async () => {
        await job.sendReturn(run)
        await job.enter(run)
        await job.serve(run)
      },
    )
    step(
      'lets an investigator ask about him under another spelling; two desks and two officers answer',
      async () => {
        check = await job.ask(run)
        await job.forward(run, check)
        const candidates = await job.propose(run, check, 'record_exists')
        assert.match(candidates, story.language === 'en' ? /Zulfiqar Ahmed/ : /Khurshid Alam/)
        await job.release(run, check)
      },
    )
    step('gives the answer to the asker, under his mark, and he confirms by two identifiers', async () => {
      const { text, mark } = await job.open(run, check, job.confirmHim(run))
      assert.match(text, EXISTS[story.language])
      assert.match(mark, /Bushra Naz|بشریٰ ناز/)
    })
    step(
      'calls the answer back when the conviction is set aside, and the Bureau sees that it is gone',
      async () => {
        await job.approve(run, await job.setAside(run))
        await job.confirmGone(run, check)
        assert.match(await job.readRecalls(run), story.language === 'en' ? /Gone|Destroyed/i : /تلف/)
      },
    )
    step('answers no record to whoever asks about him later', async () => {
      const later = await job.ask(run)
      await job.forward(run, later)
      await job.propose(run, later, 'no_record')
      await job.release(run, later)
      const { text } = await job.open(run, later)
      assert.match(text, NONE[story.language])
      assert.doesNotMatch(text, EXISTS[story.language])
    })
  })
