import type { Pack } from '../../contract/packs.ts'
import { PACK_STATUSES } from '../../contract/packs.ts'
import { paths } from '../../contract/paths.ts'
import { asciiDigits } from '../../domain/text/digits.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Button } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { DateField, SelectField, TextArea, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { clauseWords } from '../ui/law-words.ts'
import { Page } from '../ui/Page.tsx'
import { packValueWords } from '../ui/pack-values.ts'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { ForceLine, forceText } from './ForceLine.tsx'

type Row = Pack['values'][number]
const nameOf = (name: string, t: T) => t.find(`packs.value.${name}`) ?? name

/** One pack, value by value, each with the text it rests on; a draft is changed and proposed here. */
export const PackPage = (props: PageProps<Pack>) => {
  const { t, f, form, title, pack, based_on, values, in_force, may_draft, is_shipped } = props
  const heading = title[t.language]
  return (
    <Page {...props} title={t('packs.title')} part="navigation.packs">
      <h1>{heading}</h1>
      <ErrorSummary form={form} labels={labelsOf(t)} t={t} />
      <Facts
        facts={[
          { label: t('packs.code'), value: <bdi>{pack}</bdi> },
          { label: t('packs.in_force'), value: <ForceLine {...{ in_force, t, f }} /> },
          ...(based_on ? [{ label: t('packs.based_on'), value: based_on[t.language] }] : []),
        ]}
      />
      <Table
        caption={heading}
        is_caption_hidden
        rows={values}
        empty={t('packs.none')}
        columns={columnsOf(props)}
      />
      {!is_shipped && (
        <p>
          <a href={paths.packAct(props.pack_id, 'simulations')}>{t('packs.simulations')}</a>
        </p>
      )}
      {may_draft && !is_shipped && in_force.length === 0 && <DraftForms {...props} />}
      {in_force.map(
        ({ law_change_id }) =>
          law_change_id && (
            <p key={law_change_id}>
              <a href={paths.lawChange(law_change_id)}>{t('law_changes.title')}</a>
            </p>
          ),
      )}
      {may_draft && <UndoForms {...props} />}
    </Page>
  )
}

const labelsOf = (t: T): Record<string, string> => ({
  name: t('packs.name'),
  value: t('packs.value_of'),
  basis: t('packs.basis'),
  section: t('packs.section'),
  status: t('packs.status'),
  reason_en: t('packs.reason_en'),
  reason_ur: t('packs.reason_ur'),
  from_on: t('packs.from_on'),
  reason: t('packs.reason'),
})

type ValueOptions = { row: Row; is_typed: boolean; t: T; f: F }

/** A value in words; whoever may change it sees also how it is typed. */
const Value = ({ row: { name, value }, is_typed, t, f }: ValueOptions) => {
  const words = packValueWords(name, value, t, f)
  return (
    <>
      <bdi>{words}</bdi>
      {is_typed && value !== '' && asciiDigits(words) !== value && (
        <div class="small">
          <bdi dir="ltr">{value}</bdi>
        </div>
      )}
    </>
  )
}

const columnsOf = ({ t, f, may_draft, is_shipped }: PageProps<Pack>): Column<Row>[] => [
  { head: t('packs.name'), is_name: true, cell: (row) => nameOf(row.name, t) },
  {
    head: t('packs.value_of'),
    cell: (row) => <Value {...{ row, is_typed: may_draft && !is_shipped, t, f }} />,
  },
  {
    head: t('packs.before'),
    cell: (row) =>
      row.before === null ? t('packs.same') : <bdi>{packValueWords(row.name, row.before, t, f)}</bdi>,
  },
  {
    head: t('packs.basis'),
    cell: (row) => (
      <>
        {row.basis_title[t.language]}
        {row.section && (
          <>
            {between(t)}
            <span title={row.section}>{clauseWords(row.section, t)}</span>
          </>
        )}
      </>
    ),
  },
  { head: t('packs.status'), cell: (row) => t(`packs.status.${row.status}`) },
]

const DraftForms = (props: PageProps<Pack>) => {
  const { t, form, pack_id, values, sources } = props
  const labels = labelsOf(t)
  const field = (name: string) => ({ name, label: labels[name] ?? name, form, t })
  return (
    <>
      <section>
        <h2>{t('packs.change')}</h2>
        <Form action={paths.packAct(pack_id, 'values')}>
          <SelectField
            {...field('name')}
            choices={values.map(({ name }) => ({ value: name, label: nameOf(name, t) }))}
          />
          <TextField {...field('value')} hint={t('packs.value.hint')} kind="latin" />
          <SelectField
            {...field('basis')}
            choices={sources.map(({ key, title }) => ({ value: key, label: title[t.language] }))}
          />
          <TextField {...field('section')} hint={t('packs.section.hint')} kind="latin" is_optional />
          <SelectField
            {...field('status')}
            choices={PACK_STATUSES.map((value) => ({ value, label: t(`packs.status.${value}`) }))}
          />
          <TextField {...field('reason_en')} kind="latin" />
          <TextField {...field('reason_ur')} kind="urdu" />
          <Button kind="plain">{t('packs.save')}</Button>
        </Form>
      </section>
      <section>
        <h2>{t('packs.propose_day')}</h2>
        <p>{t('packs.simulate_first')}</p>
        <Form action={paths.packAct(pack_id, 'proposals')}>
          <DateField {...field('from_on')} />
          <TextArea {...field('reason')} />
          <Button>{t('packs.propose')}</Button>
        </Form>
      </section>
    </>
  )
}

const UndoForms = ({ t, f, form, pack_id, in_force }: PageProps<Pack>) => {
  const undoable = in_force.filter(({ from_on, is_reversed }) => from_on !== null && !is_reversed)
  return (
    <>
      {undoable.map((one) => (
        <section key={one.in_force_id}>
          <h2>
            {t('packs.undo')}: {forceText(one, t, f)}
          </h2>
          <p>{t('packs.undo.hint')}</p>
          <Form action={paths.packAct(pack_id, 'reversals')} hidden={{ in_force_id: one.in_force_id }}>
            <TextArea name="reason" label={t('packs.reason')} {...{ form, t }} />
            <Button kind="danger">{t('packs.undo')}</Button>
          </Form>
        </section>
      ))}
    </>
  )
}
