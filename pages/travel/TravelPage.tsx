import { paths } from '../../contract/paths.ts'
import type { PersonTravel, TripShown } from '../../contract/travel.ts'
import { sourceWords } from '../people/conviction-words.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { Explain } from '../ui/Explain.tsx'
import { explained } from '../ui/explained.ts'
import { Facts } from '../ui/Facts.tsx'
import { Flag, Light } from '../ui/Light.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<PersonTravel>
type One = Pick<Props, 't' | 'f'> & { trip: TripShown }

/** S10: each journey with its notice, its return or cancellation, and what it moved. */
export const TravelPage = (props: Props) => {
  const { trips, t, f } = props
  return (
    <PersonFrame {...props} tab="travel" title={t('people.title.travel')}>
      {trips.length === 0 && <p class="empty">{t('travel.none')}</p>}
      {trips.map((trip) => (
        <Trip key={trip.trip_id} {...{ trip, t, f }} />
      ))}
    </PersonFrame>
  )
}

const Trip = ({ trip, t, f }: One) => (
  <Card
    heading={t(`travel.heading.${trip.kind}`, { day: f.dateTime(trip.departs_at) })}
    beside={trip.cancelled_at && <Flag tone="grey">{t('travel.cancelled')}</Flag>}
  >
    <Facts
      facts={[
        { label: t('travel.where'), value: whereOf({ trip, t, f }) },
        {
          label: t('travel.returns_at'),
          value: trip.returns_at ? f.dateTime(trip.returns_at) : t('travel.return_unknown'),
        },
        ...(trip.cancelled_at
          ? [{ label: t('travel.cancelled_at'), value: f.dateTime(trip.cancelled_at) }]
          : []),
        { label: t('travel.told'), value: <Told {...{ trip, t, f }} /> },
        {
          label: t('people.source'),
          value: sourceWords({ source_kind: trip.source_kind, source_on: null }, t, f),
          note: `${f.dateTime(trip.recorded_at)}${between(t)}${t('ui.by', { who: trip.by[t.language] })}`,
        },
        ...(trip.version_count > 1
          ? [
              {
                label: t('travel.versions'),
                value: t('travel.versions.count', { count: trip.version_count }),
              },
            ]
          : []),
      ]}
    />
    <Moved {...{ trip, t, f }} />
  </Card>
)

const whereOf = ({ trip, t }: One) =>
  trip.destination || trip.country ? (
    <bdi>{[trip.destination, trip.country].filter(Boolean).join(' · ')}</bdi>
  ) : (
    t('ui.not_known')
  )

/** The notices of the journey, and how the duty to tell of it beforehand stands. */
const Told = ({ trip, t, f }: One) => (
  <>
    {trip.notices.map(({ notice_id, received_at }) => (
      <div key={notice_id}>
        <a href={paths.notice(notice_id)}>{t('duties.met_by.notice', { at: f.dateTime(received_at) })}</a>
      </div>
    ))}
    {trip.duty ? (
      <div>
        <Light state={trip.duty.state} days={trip.duty.days} t={t} />
        <Explain value={dueOf(trip.duty, f)} steps={explained(trip.duty.steps, t, f)} t={t} />
      </div>
    ) : (
      <div class="small">{t('travel.no_duty')}</div>
    )}
  </>
)

const dueOf = ({ due_on, due_at }: NonNullable<TripShown['duty']>, f: Props['f']) =>
  due_at ? f.dateTime(due_at) : due_on ? f.date(due_on) : ''

/** Every date that this journey moved, from and to, and why. */
const Moved = ({ trip, t, f }: One) => {
  if (trip.kind === 'inside' || trip.cancelled_at) return null
  return (
    <>
      <h3>{t('travel.moved')}</h3>
      {trip.moved.length === 0 ? (
        <p>{t('travel.moved.none')}</p>
      ) : (
        trip.moved.map(({ duty, key, step }) => (
          <Explain
            key={`${duty} ${key}`}
            value={t(`duties.name.${duty}`)}
            steps={explained([step], t, f)}
            t={t}
          />
        ))
      )}
    </>
  )
}
