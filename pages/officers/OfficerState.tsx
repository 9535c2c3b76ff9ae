import type { Officer } from '../../contract/officers.ts'
import type { T } from '../language/translator.ts'

type OfficerStateOptions = {
  officer: Pick<Officer, 'suspended_at' | 'vetted_until' | 'trained_until' | 'has_passkey'>
  today: string
  t: T
}

/** Everything that keeps an officer from signing in, in words; or that nothing does. */
export const OfficerState = ({ officer, today, t }: OfficerStateOptions) => {
  const { suspended_at, vetted_until, trained_until, has_passkey } = officer
  const hindrances = [
    suspended_at !== null && t('officers.state.suspended'),
    (vetted_until ?? '') <= today && t('officers.state.not_vetted'),
    (trained_until ?? '') <= today && t('officers.state.not_trained'),
    !has_passkey && t('officers.state.no_passkey'),
  ].filter((text) => text !== false)
  if (hindrances.length === 0) return <>{t('officers.state.may_sign_in')}</>
  return (
    <ul>
      {hindrances.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
