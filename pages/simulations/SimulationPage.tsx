import { paths } from '../../contract/paths.ts'
import type { Simulation, SimulationRow } from '../../contract/simulations.ts'
import { LISTED_CLASSES } from '../../contract/simulations.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Tile, Tiles } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Filters } from '../ui/Filters.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { packValueWords } from '../ui/pack-values.ts'
import { packWords } from '../ui/pack-words.ts'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { StateLine } from './StateLine.tsx'

type Props = PageProps<Simulation>

const movedText = ({ t, f }: Props, { name, before, after }: Props['changes'][number]) => {
  const to = packValueWords(name, after, t, f)
  return before === null ? to : t('ui.explain.from_to', { from: packValueWords(name, before, t, f), to })
}

/** What a draft of the rules would change: counts with what each means, and the people one by one. */
export const SimulationPage = (props: Props) => {
  const { t, f, form, pack_id, pack_title, state } = props
  return (
    <Page {...props} title={t('simulations.one')} part="navigation.packs">
      <p>
        <a href={paths.packAct(pack_id, 'simulations')}>{t('simulations.back')}</a>
      </p>
      <h1>{t('simulations.one')}</h1>
      <ErrorSummary form={form} labels={{}} t={t} />
      <StateLine {...props} />
      <Facts
        facts={[
          { label: t('packs.pack'), value: <a href={paths.pack(pack_id)}>{pack_title[t.language]}</a> },
          { label: t('packs.from_on'), value: f.date(props.from_on) },
          { label: t('simulations.asked_by'), value: props.asked_by[t.language] },
          {
            label: t('simulations.asked_at'),
            value: f.dateTime(props.asked_at),
            note: props.ended_at && t('simulations.ended_at', { at: f.dateTime(props.ended_at) }),
          },
          ...props.changes.map(({ name, before, after }) => ({
            label: t.find(`packs.value.${name}`) ?? name,
            value: movedText(props, { name, before, after }),
          })),
        ]}
      />
      {props.later_packs.length > 0 && (
        <Notice kind="warning" t={t} heading={t('simulations.later_packs')}>
          <p>{t('simulations.later_packs.what', { day: f.date(props.from_on) })}</p>
          <ul>
            {props.later_packs.map((pack) => (
              <li key={pack.pack}>{packWords(pack, t, f)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Acts {...props} />
      <Counts {...props} />
      {state === 'done' && <Rows {...props} />}
      <LeftOut {...props} />
    </Page>
  )
}

const Acts = ({ t, simulation_id, state, may_simulate }: Props) => {
  if (state === 'done')
    return (
      <Buttons>
        <ButtonLink href={paths.simulationDistricts(simulation_id)} kind="plain">
          {t('simulations.districts')}
        </ButtonLink>
        <ButtonLink href={paths.simulationFile(simulation_id)} kind="plain">
          {t('simulations.file')}
        </ButtonLink>
      </Buttons>
    )
  if (!may_simulate) return null
  return state === 'running' ? (
    <Form action={paths.simulationAct(simulation_id, 'stop')}>
      <Button kind="plain">{t('simulations.stop')}</Button>
    </Form>
  ) : (
    <Form action={paths.simulationAct(simulation_id, 'resume')}>
      <Button>{t('simulations.resume')}</Button>
    </Form>
  )
}

const Counts = ({ t, f, counts }: Props) => (
  <Tiles>
    {([...LISTED_CLASSES, 'unchanged'] as const).map((name) => (
      <Tile
        key={name}
        label={t(`simulations.class.${name}`)}
        figure={f.number(counts[name])}
        note={t(`simulations.class.${name}.what`)}
      />
    ))}
  </Tiles>
)

/** What a count cannot hold, said beside the counts. */
const LeftOut = ({ t, left_out }: Props) => (
  <section>
    <h2>{t('simulations.left_out')}</h2>
    <ul>
      {(['open_end', 'under_way', 'discarded', 'refused'] as const).map((what) => {
        const count = left_out[`${what}_count`]
        return count > 0 && <li key={what}>{t(`simulations.left_out.${what}`, { count })}</li>
      })}
      <li>{t('simulations.left_out.never_told')}</li>
    </ul>
  </section>
)

type Asked = Partial<Record<'class' | 'district_id' | 'after', string | null>>

/** The same list with other filters; what is null is left out. */
function hrefOf(
  { simulation_id, ...now }: Pick<Props, 'simulation_id' | 'class' | 'district_id'>,
  asked: Asked,
) {
  const all = Object.entries({ class: now.class, district_id: now.district_id, ...asked })
  const kept = all.filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const query = new URLSearchParams(kept).toString()
  return paths.simulation(simulation_id) + (query === '' ? '' : `?${query}`)
}

const Rows = (props: Props) => {
  const { t, rows, next, is_first, district } = props
  const filters = [
    ...(props.class === null
      ? []
      : [
          {
            ...{ label: t('simulations.class'), value: t(`simulations.class.${props.class}`) },
            remove_href: hrefOf(props, { class: null }),
          },
        ]),
    ...(district === null
      ? []
      : [
          {
            ...{ label: t('simulations.district'), value: district[t.language] },
            remove_href: hrefOf(props, { district_id: null }),
          },
        ]),
  ]
  return (
    <section>
      <h2>{t('simulations.people')}</h2>
      <p class="inline">
        {LISTED_CLASSES.filter((name) => name !== props.class && props.counts[name] > 0).map((name) => (
          <a key={name} href={hrefOf(props, { class: name })}>
            {t('simulations.only', { class: t(`simulations.class.${name}`) })}
          </a>
        ))}
      </p>
      <Filters filters={filters} clear_href={paths.simulation(props.simulation_id)} t={t} />
      <Table
        caption={t('simulations.people')}
        is_caption_hidden
        rows={rows}
        empty={t('simulations.people.none')}
        columns={columnsOf(props)}
      />
      <Pager
        first_href={is_first ? null : hrefOf(props, {})}
        next_href={next && hrefOf(props, { after: next })}
        shown_count={rows.length}
        t={t}
      />
    </section>
  )
}

const columnsOf = (props: Props): Column<SimulationRow>[] => {
  const { t, f, simulation_id } = props
  return [
    {
      ...{ head: t('simulations.record'), is_name: true },
      cell: ({ subject_kind, subject_id, record_number }) =>
        subject_kind === 'person' ? (
          <a href={paths.simulated(simulation_id, subject_id)}>
            <bdi dir="ltr">{record_number}</bdi>
          </a>
        ) : (
          <a href={paths.draft(subject_id)}>{t('simulations.closed_entry')}</a>
        ),
    },
    { head: t('simulations.district'), cell: ({ district }) => district[t.language] },
    { head: t('simulations.class'), cell: (row) => t(`simulations.class.${row.class}`) },
    { head: t('simulations.before'), cell: ({ before }) => sideText(before, props) },
    { head: t('simulations.after'), cell: ({ after }) => sideText(after, props) },
    {
      ...{ head: t('simulations.moved'), is_number: true },
      cell: ({ ends_moved_days }) => (ends_moved_days === null ? '—' : f.days(Math.abs(ends_moved_days))),
    },
  ]
}

/** Status with the end, in words; an entry has an outcome instead. */
export function sideText(
  { status, ends_on }: SimulationRow['before'],
  { t, f }: Pick<Props, 't' | 'f'>,
): string {
  const outcome = t.find(`law.outcome.${status}`)
  if (outcome !== undefined) return outcome
  if (status === 'active' && ends_on === null) return t('simulations.status.open')
  return t.find(`simulations.status.${status}`, { day: ends_on === null ? '' : f.date(ends_on) }) ?? status
}
