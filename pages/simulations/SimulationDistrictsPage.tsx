import { paths } from '../../contract/paths.ts'
import type { SimulationDistricts } from '../../contract/simulations.ts'
import { LISTED_CLASSES } from '../../contract/simulations.ts'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'

type Props = PageProps<SimulationDistricts>
type Row = Props['districts'][number]

/** The counts of a simulation, a row a district; each leads to its people. */
export const SimulationDistrictsPage = (props: Props) => {
  const { t, f, simulation_id, pack_title, from_on, districts } = props
  const columns: Column<Row>[] = [
    {
      ...{ head: t('simulations.district'), is_name: true },
      cell: ({ district, district_id }) => (
        <a href={`${paths.simulation(simulation_id)}?district_id=${district_id}`}>{district[t.language]}</a>
      ),
    },
    ...([...LISTED_CLASSES, 'unchanged'] as const).map((name) => ({
      ...{ head: t(`simulations.class.${name}`), is_number: true },
      cell: ({ counts }: Row) => f.number(counts[name]),
    })),
  ]
  return (
    <Page {...props} title={t('simulations.districts')} part="navigation.packs">
      <p>
        <a href={paths.simulation(simulation_id)}>{t('simulations.one')}</a>
      </p>
      <h1>{t('simulations.districts')}</h1>
      <p>{t('simulations.of', { pack: pack_title[t.language], day: f.date(from_on) })}</p>
      <Table
        caption={t('simulations.districts')}
        is_caption_hidden
        rows={districts}
        empty={t('simulations.people.none')}
        columns={columns}
      />
    </Page>
  )
}
