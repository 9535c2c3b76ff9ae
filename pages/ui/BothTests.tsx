import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Explain } from './Explain.tsx'
import { explained, type LawStep } from './explained.ts'
import { Flag } from './Light.tsx'

type Tests = {
  s2h: boolean
  s24: boolean
  tests_differ: boolean
  outcome: 'yes' | 'no' | 'review' | 'void'
  offences: readonly { offence: string; s2h: boolean; s24: boolean; steps: readonly LawStep[] }[]
}

const TONES = { yes: 'green', no: 'grey', review: 'amber', void: 'grey' } as const

type BothTestsOptions = {
  tests: Tests
  /** The tests differ and no legal officer has decided yet: what the policy alone says is then not the answer. */
  is_undecided?: boolean
  t: T
  f: F
}

/** Whether a judgment is registrable, by both statutory tests, each opening to its reasons. */
export const BothTests = ({ tests, is_undecided = false, t, f }: BothTestsOptions) => (
  <>
    <p>
      <Flag tone={is_undecided ? TONES.review : TONES[tests.outcome]}>
        {t(`law.outcome.${is_undecided ? 'review' : tests.outcome}`)}
      </Flag>
    </p>
    {is_undecided && <p>{t(`law.undecided.${tests.outcome === 'yes' ? 'yes' : 'no'}`)}</p>}
    <Test name="s2h" tests={tests} t={t} f={f} />
    <Test name="s24" tests={tests} t={t} f={f} />
    <Explain
      value={is_undecided ? t('law.policy') : t(`law.outcome.${tests.outcome}`)}
      steps={explained(
        tests.offences.flatMap(({ steps }) => steps.slice(2)),
        t,
        f,
      )}
      t={t}
    />
    {tests.tests_differ && !is_undecided && <p>{t('law.tests_differ')}</p>}
  </>
)

/** One test over all offences of the judgment; the steps of an offence begin with s2h, then s24. */
const Test = ({ name, tests, t, f }: { name: 's2h' | 's24'; tests: Tests; t: T; f: F }) => {
  const at = name === 's2h' ? 0 : 1
  const steps = tests.offences.flatMap((offence) => offence.steps.slice(at, at + 1))
  const value = `${t(`law.test.${name}`)}: ${t(tests[name] ? 'law.test.holds' : 'law.test.fails')}`
  return <Explain value={value} steps={explained(steps, t, f)} t={t} />
}
