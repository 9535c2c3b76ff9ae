import type { AddressGraded } from '../../contract/people.ts'
import { between } from './between.ts'
import { Flag, type Tone } from './Light.tsx'
import type { Frame } from './page-props.ts'

const TONES: Record<AddressGraded['grade'], Tone> = {
  within_3: 'green',
  within_6: 'green',
  within_12: 'amber',
  older: 'amber',
  assumed: 'grey',
}

type Props = Pick<Frame, 't' | 'f'> & {
  address: Pick<AddressGraded, 'grade' | 'verified_on' | 'verified_by' | 'not_found_on'>
}

/** How far an address can be relied on: the grade, and by whom and when the person was last found there, or not. */
export const Grade = ({ address: { grade, verified_on, verified_by, not_found_on }, t, f }: Props) => (
  <div>
    <Flag tone={not_found_on ? 'dark' : TONES[grade]}>
      {not_found_on ? t('visits.not_found_since', { day: f.date(not_found_on) }) : t(`visits.grade.${grade}`)}
    </Flag>
    {verified_on && (
      <div class="small">
        {t('visits.verified', { day: f.date(verified_on) })}
        {verified_by && `${between(t)}${t('ui.by', { who: verified_by[t.language] })}`}
      </div>
    )}
  </div>
)
