import { paths } from '../../contract/paths.ts'
import type { PersonHead } from '../../contract/people.ts'
import { isolated } from '../language/translator.ts'
import { Flag, Light } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Frame } from '../ui/page-props.ts'
import { isReleaseKnown } from './end-words.ts'

type Props = { person: PersonHead } & Pick<Frame, 't' | 'f'>

/** How the person stands, in colour, shape, words and days; beside it hospital and what somebody must look at. */
export const Standing = (props: Props) => {
  const { person, t } = props
  return (
    <div class="states">
      <Main {...props} />
      {person.is_in_hospital && <Flag tone="grey">{t('people.standing.hospital')}</Flag>}
      {person.exceptions.map((exception) => (
        <Flag key={exception} tone="amber">
          {t(`duties.exception.${exception}`)}
        </Flag>
      ))}
    </div>
  )
}

const Main = (props: Props) => {
  const { person, t, f } = props
  const { code, since_on, days, overdue_count } = person.standing
  switch (code) {
    case 'late':
      return (
        <Light state="overdue" t={t}>
          {t('people.standing.late', { count: overdue_count, days: f.days(days ?? 0) })}
        </Light>
      )
    case 'whereabouts_unknown':
      return <Light state="whereabouts_unknown" days={days} t={t} />
    case 'in_custody':
    case 'abroad':
      return (
        <Flag tone="grey">
          {t(`people.standing.${code}`, { day: since_on ? f.date(since_on) : t('ui.not_known') })}
        </Flag>
      )
    case 'compliant':
      // Green says that all is well, which nobody knows where the release is not known.
      return <Flag tone={isReleaseKnown(person) ? 'green' : 'grey'}>{periodWords(props)}</Flag>
    case 'ended':
      if (!isReleaseKnown(person)) return <Flag tone="grey">{periodWords(props)}</Flag>
      return <Flag tone="grey">{t('people.standing.ended', { day: since_on ? f.date(since_on) : '' })}</Flag>
    default:
      return <Flag tone={code === 'review' ? 'amber' : 'grey'}>{t(`people.standing.${code}`)}</Flag>
  }
}

const periodWords = ({ person, t, f }: Props) => {
  const { ends_on } = person
  if (!isReleaseKnown(person)) return t('people.standing.release_unknown')
  return ends_on ? t('people.standing.active', { day: f.date(ends_on) }) : t('people.standing.open')
}

/** What an officer must know first of somebody who left the register. */
export const OffRegister = ({ person, t }: Props) => {
  const { status, exit_id, may, is_closed } = person
  if (status !== 'void' && status !== 'ended') return null
  return (
    <Notice kind="warning" t={t} heading={t(`people.off.${status}`)}>
      <p>{t(is_closed ? 'people.off.closed' : `people.off.${status}.what`)}</p>
      {exit_id && may.view_exit && (
        <p>
          <a href={paths.exit(exit_id)}>{t('people.off.exit')}</a>
        </p>
      )}
      {!exit_id && may.view_exit && status === 'ended' && (
        <p>
          <a href={paths.exits()}>{t('people.off.exits')}</a>
        </p>
      )}
    </Notice>
  )
}

/** That other records are of the same person, and which of them keeps his duties. */
export const OneWith = ({ person: { record_number, records }, t, f }: Props) => {
  const [keeper] = records
  if (!keeper) return null
  const others = records.map((one) => one.record_number).filter((number) => number !== record_number)
  const named = { record: keeper.record_number, station: keeper.station[t.language] }
  return (
    <Notice kind="info" t={t} heading={t('people.one_with', { records: f.list(others.map(isolated)) })}>
      {keeper.record_number === record_number
        ? t('people.one_with.kept_here')
        : t('people.one_with.kept', named)}
    </Notice>
  )
}
