import { paths } from '../../contract/paths.ts'
import type { PersonHead, StayShown } from '../../contract/people.ts'
import { sourceWords } from '../people/conviction-words.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { Flag } from '../ui/Light.tsx'
import type { Frame } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'

type Props = { person: PersonHead; stays: readonly StayShown[] } & Pick<Frame, 't' | 'f'>

/** Custody, hospital, abroad, no fixed abode: what puts dates off, with its source. Replaced versions are left out. */
export const StaysCard = (props: Props) => {
  const { person, stays, t } = props
  const shown = stays.filter(({ superseded_at, is_struck_out }) => superseded_at === null || is_struck_out)
  return (
    <Card
      heading={t('stays.title')}
      beside={
        person.may.record_stay && (
          <ButtonLink href={paths.newStay(person.person_id)}>{t('stays.record')}</ButtonLink>
        )
      }
    >
      <Table
        caption={t('stays.title')}
        is_caption_hidden
        rows={shown}
        empty={t('stays.none')}
        columns={columnsOf(props)}
      />
    </Card>
  )
}

const columnsOf = ({ person, t, f }: Props): Column<StayShown>[] => [
  {
    head: t('stays.kind'),
    is_name: true,
    cell: ({ kind, held_district, is_struck_out }) => (
      <>
        {t(`stays.kind.${kind}`)} {is_struck_out && <Flag tone="plain">{t('stays.struck_out')}</Flag>}
        {held_district && <div class="small">{t('stays.held', { district: held_district[t.language] })}</div>}
      </>
    ),
  },
  { head: t('stays.from_on'), cell: ({ from_on }) => f.date(from_on) },
  { head: t('stays.to_on'), cell: ({ to_on }) => (to_on ? f.date(to_on) : t('stays.lasts')) },
  {
    head: t('people.source'),
    cell: (stay) => (
      <>
        {sourceWords(stay, t, f)}
        {stay.source_ref && (
          <>
            {between(t)}
            <bdi>{stay.source_ref}</bdi>
          </>
        )}
        <div class="small">{t('ui.by', { who: stay.by[t.language] })}</div>
      </>
    ),
  },
  { head: t('stays.act'), cell: (stay) => <Acts stay={stay} {...{ person, t, f }} /> },
]

const Acts = ({ person, stay, t }: Omit<Props, 'stays'> & { stay: StayShown }) => {
  if (stay.superseded_at !== null) return null
  const noun = stay.kind === 'custody' ? 'custody' : 'stay'
  return (
    <>
      {person.may.record_stay && stay.to_on === null && (
        <div>
          <a href={paths.newStayEnd(person.person_id, stay.stay_id)}>{t('stays.end')}</a>
        </div>
      )}
      {person.may.propose_strikeout && (
        <div>
          <a href={paths.newStrikeout(person.person_id, noun, stay.stay_id)}>{t('strikeouts.propose')}</a>
        </div>
      )}
    </>
  )
}
