import { paths } from '../../contract/paths.ts'
import type { ConvictionShown, PersonConvictions } from '../../contract/people.ts'
import { BothTests } from '../ui/BothTests.tsx'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card, Cards } from '../ui/Card.tsx'
import { Explain } from '../ui/Explain.tsx'
import { explained } from '../ui/explained.ts'
import { Facts } from '../ui/Facts.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { packWords } from '../ui/pack-words.ts'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { offencesWords, sentenceWords, sourceWords } from './conviction-words.ts'
import { endWords, isReleaseKnown } from './end-words.ts'
import { PersonFrame } from './PersonFrame.tsx'

type Props = PageProps<PersonConvictions>
type One = Pick<Props, 'person' | 't' | 'f'> & { conviction: ConvictionShown }

/** S7: every judgment with both tests and their reasons, the custody, and the arithmetic of the period. */
export const ConvictionsPage = (props: Props) => {
  const { person, convictions, t, f } = props
  return (
    <PersonFrame {...props} tab="convictions" title={t('people.title.convictions')}>
      {person.may.record_appeal && (
        <Buttons>
          <ButtonLink href={paths.newAppealEvent(person.person_id)}>{t('appeals.record')}</ButtonLink>
        </Buttons>
      )}
      {convictions.length === 0 && <p class="empty">{t('people.short.none')}</p>}
      {convictions.map((conviction) => (
        <Judgment key={conviction.conviction_id} {...{ person, conviction, t, f }} />
      ))}
      <Cards>
        <Custody {...props} />
        <Period {...props} />
      </Cards>
    </PersonFrame>
  )
}

const Judgment = ({ person, conviction, t, f }: One) => (
  <Card heading={t('people.conviction.heading', { day: f.date(conviction.convicted_on) })}>
    <div class="cards">
      <Facts facts={judgmentFacts({ person, conviction, t, f })} />
      <div>
        <h3>{t('people.tests')}</h3>
        <BothTests tests={conviction.tests} {...{ t, f }} />
        <h3>{t('people.appeal')}</h3>
        <Appeals {...{ person, conviction, t, f }} />
      </div>
    </div>
  </Card>
)

function judgmentFacts({ conviction: c, t, f }: One) {
  return [
    { label: t('people.offence'), value: offencesWords(c, t, f) },
    { label: t('people.offence_on'), value: f.date(c.offence_on) },
    { label: t('people.court'), value: <bdi>{c.court}</bdi> },
    {
      label: t('people.case_number'),
      value: c.case_number ? <Identifier>{c.case_number}</Identifier> : t('ui.not_given'),
    },
    {
      label: t('people.fir'),
      value: <Identifier>{f.digits(`${c.fir.number}/${c.fir.year}`)}</Identifier>,
      note: <bdi>{c.fir.station}</bdi>,
    },
    { label: t('people.victim'), value: t(`law.victim.${c.victim}`) },
    { label: t('people.disposal'), value: t(`law.disposal.${c.disposal}`) },
    { label: t('people.sentence'), value: sentenceWords(c, t, f) },
    {
      label: t('people.judgment_hash'),
      value: c.judgment_hash ? <Identifier>{c.judgment_hash}</Identifier> : t('people.judgment_hash.none'),
    },
    {
      label: t('people.entered_by'),
      value: f.dateTime(c.added_at),
      note: `${c.added_by[t.language]}${between(t)}${sourceWords({ ...c, source_on: c.convicted_on }, t, f)}`,
    },
  ]
}

const Appeals = ({ person, conviction: { appeals, added_by }, t, f }: One) =>
  appeals.length === 0 ? (
    <p>{t('people.appeal.none')}</p>
  ) : (
    <Timeline
      events={appeals.toReversed().map(({ appeal_event_id, event, happened_on }) => ({
        what: t(`people.event.appeal_${event}`),
        on: happened_on,
        by: added_by[t.language],
        more: person.may.propose_strikeout && (
          <a href={paths.newStrikeout(person.person_id, 'appeal_event', appeal_event_id)}>
            {t('strikeouts.propose')}
          </a>
        ),
      }))}
      {...{ t, f }}
    />
  )

const Custody = ({ custody, t, f }: Props) => (
  <Card heading={t('people.custody')}>
    <Table
      caption={t('people.custody')}
      is_caption_hidden
      rows={custody}
      empty={t('people.custody.none')}
      columns={[
        { head: t('people.custody.from'), is_name: true, cell: (c) => f.date(c.from_on) },
        { head: t('people.custody.to'), cell: (c) => (c.to_on ? f.date(c.to_on) : t('people.custody.now')) },
        {
          head: t('people.source'),
          cell: (c) => t.find(`people.source.${c.source_kind}`) ?? c.source_kind,
        },
      ]}
    />
  </Card>
)

const Period = ({ person, registration: r, pack, t, f }: Props) => (
  <Card heading={t('people.registration')}>
    <Facts
      facts={[
        { label: t('people.starts_on'), value: r.starts_on ? f.date(r.starts_on) : t('ui.none') },
        {
          label: t('people.released_on'),
          value: isReleaseKnown(person)
            ? r.released_on
              ? f.date(r.released_on)
              : t('people.not_released')
            : t('ui.not_known'),
        },
        { label: t('people.ends_on'), value: endWords(person, r.ends_on, t, f) },
      ]}
    />
    {isReleaseKnown(person) && <Explain value={t('people.period')} steps={explained(r.steps, t, f)} t={t} />}
    <p class="small">{packWords(pack, t, f)}</p>
  </Card>
)
