import { paths } from '../../contract/paths.ts'
import type { PersonSummary } from '../../contract/people.ts'
import { Basis } from '../ui/Basis.tsx'
import { BothTests } from '../ui/BothTests.tsx'
import { between } from '../ui/between.ts'
import { Card, Cards } from '../ui/Card.tsx'
import { Explain } from '../ui/Explain.tsx'
import { explained } from '../ui/explained.ts'
import { Facts } from '../ui/Facts.tsx'
import { Grade } from '../ui/Grade.tsx'
import { Light } from '../ui/Light.tsx'
import { packWords } from '../ui/pack-words.ts'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { appealWords, offencesWords, sentenceWords, sourceWords } from './conviction-words.ts'
import { endWords, isReleaseKnown } from './end-words.ts'
import { timelineEvents } from './events.ts'
import { PersonFrame } from './PersonFrame.tsx'

type Props = PageProps<PersonSummary>

/** S6: who, how he stands, why he is on the register, where he lives, what happened last. */
export const SummaryPage = (props: Props) => (
  <PersonFrame {...props} tab="summary" title={props.t('people.title.summary')}>
    <Cards>
      <div class="column">
        <Next {...props} />
        <Why {...props} />
        <Convictions {...props} />
      </div>
      <div class="column">
        <Where {...props} />
        <Latest {...props} />
      </div>
    </Cards>
  </PersonFrame>
)

/** What is owed next, each with the law it rests on. */
const Next = ({ person, duties, t, f }: Props) => (
  <Card
    heading={t('people.next')}
    beside={<a href={paths.personTab(person.person_id, 'duties')}>{t('people.next.all')}</a>}
  >
    <Table
      caption={t('people.next')}
      is_caption_hidden
      rows={duties}
      empty={t('people.next.none')}
      columns={[
        { head: t('people.duty'), is_name: true, cell: ({ duty }) => t(`duties.name.${duty}`) },
        {
          head: t('people.due'),
          cell: ({ due_on, due_at }) =>
            due_at ? f.dateTime(due_at) : due_on ? f.date(due_on) : t('duties.no_date'),
        },
        { head: t('people.state'), cell: ({ state, days }) => <Light state={state} days={days} t={t} /> },
        { head: t('people.law'), cell: ({ law, status }) => <Basis law={law} status={status} t={t} /> },
      ]}
    />
  </Card>
)

const Why = ({ person, convictions, registration, pack, t, f }: Props) => {
  const decisive = convictions.find((c) => c.tests.outcome === 'yes') ?? convictions[0]
  if (!decisive) return <Card heading={t('people.why')}>{t('people.short.none')}</Card>
  const until = endWords(person, registration.ends_on, t, f)
  return (
    <Card heading={t('people.why')}>
      <Facts
        facts={[
          { label: t('people.offence'), value: offencesWords(decisive, t, f) },
          { label: t('people.court'), value: <bdi>{decisive.court}</bdi> },
          { label: t('people.judgment'), value: f.date(decisive.convicted_on) },
          { label: t('people.appeal'), value: appealWords(decisive, t, f) },
          {
            label: t('people.on_register_until'),
            value: isReleaseKnown(person) ? (
              <Explain value={until} steps={explained(registration.steps, t, f)} t={t} />
            ) : (
              until
            ),
          },
        ]}
      />
      <h3>{t('people.tests')}</h3>
      <BothTests tests={decisive.tests} {...{ t, f }} />
      <p class="small">{packWords(pack, t, f)}</p>
    </Card>
  )
}

const Where = ({ person, address, t, f }: Props) => (
  <Card
    heading={t('people.where')}
    beside={<a href={paths.personTab(person.person_id, 'addresses')}>{t('people.convictions.all')}</a>}
  >
    {address ? (
      <>
        <p>
          <strong>
            <bdi>{address.text}</bdi>
          </strong>
        </p>
        <p class="small">
          {address.from_on && `${t('people.where.since', { day: f.date(address.from_on) })}${between(t)}`}
          {sourceWords(address, t, f)}
        </p>
        <Grade address={address} {...{ t, f }} />
      </>
    ) : (
      <p class="empty">{t('people.where.none')}</p>
    )}
  </Card>
)

const Convictions = ({ person, convictions, t, f }: Props) => (
  <Card
    heading={t('people.short.convictions')}
    beside={<a href={paths.personTab(person.person_id, 'convictions')}>{t('people.convictions.all')}</a>}
  >
    <Table
      caption={t('people.short.convictions')}
      is_caption_hidden
      rows={convictions}
      empty={t('people.short.none')}
      columns={[
        { head: t('people.judgment'), is_name: true, cell: (c) => f.date(c.convicted_on) },
        { head: t('people.offence'), cell: (c) => offencesWords(c, t, f) },
        { head: t('people.court'), cell: (c) => <bdi>{c.court}</bdi> },
        { head: t('people.sentence'), cell: (c) => sentenceWords(c, t, f) },
      ]}
    />
  </Card>
)

const Latest = ({ person, events, t, f }: Props) => (
  <Card
    heading={t('people.events')}
    beside={<a href={paths.personTab(person.person_id, 'timeline')}>{t('people.events.all')}</a>}
  >
    {events.length === 0 ? (
      <p class="empty">{t('people.events.none')}</p>
    ) : (
      <Timeline events={timelineEvents(events, t)} {...{ t, f }} />
    )}
  </Card>
)
