import { paths } from '../../contract/paths.ts'
import type { Serving } from '../../contract/servings.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Facts } from '../ui/Facts.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<Serving>

/** One serving as it is kept, with its proof. */
export const ServingPage = (props: Props) => {
  const { t, person } = props
  return (
    <PersonFrame {...props} tab={null} title={t('servings.one')}>
      <Card heading={t('servings.one')}>
        <Facts facts={factsOf(props)} />
        {person.may.record_notice && (
          <ButtonLink href={paths.newNotice(person.person_id)}>{t('notices.new')}</ButtonLink>
        )}{' '}
        {person.may.propose_strikeout && (
          <ButtonLink href={paths.newStrikeout(person.person_id, 'serving', props.serving_id)}>
            {t('strikeouts.propose')}
          </ButtonLink>
        )}
      </Card>
    </PersonFrame>
  )
}

const factsOf = ({ t, f, ...one }: Props) => [
  {
    label: t('servings.served_at'),
    value: f.dateTime(one.served_at),
    note: one.back_dated_reason ? (
      <>
        {t('servings.back_dated_reason')}: <bdi>{one.back_dated_reason}</bdi>
      </>
    ) : undefined,
  },
  { label: t('servings.station'), value: one.station?.[t.language] ?? t('servings.station.none') },
  {
    label: t('servings.duties'),
    value: (
      <ul>
        {one.duties.map((duty) => (
          <li key={duty}>{t(`notices.duty.${duty}`)}</li>
        ))}
      </ul>
    ),
  },
  { label: t('servings.language'), value: t(`servings.language.${one.language}`) },
  {
    label: t('servings.proof'),
    value: t(`servings.proof.${one.proof}`),
    note: one.witness ? (
      <>
        {t('servings.witness')}: <bdi>{one.witness}</bdi>
      </>
    ) : undefined,
  },
  { label: t('servings.recorded'), value: f.dateTime(one.recorded_at), note: one.recorded_by[t.language] },
]
