import type { EffectSeen } from '../../contract/duties.ts'
import { Button, Buttons } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import type { Frame } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

type Props = Pick<Frame, 't' | 'f' | 'form'>
type Effect = EffectSeen['effect']
type Row = { what: string; before: string; after: string }

/** The effect that a kept form carries; undefined when it was refused, or is new. */
export function effectOf(form: Props['form']): { effect: Effect; effect_hash: string } | undefined {
  if (form?.code !== 'effect_to_confirm') return undefined
  const told = form.fields.find(({ field }) => field === 'effect')?.values
  if (!told) return undefined
  return { effect: JSON.parse(String(told['effect'])), effect_hash: String(told['effect_hash']) }
}

/** What travels back unseen: that this effect was seen. */
export const hiddenEffect = (form: Props['form']): Record<string, string> => {
  const seen = effectOf(form)
  return seen ? { effect_hash: seen.effect_hash } : {}
}

/** The faults of the form, where it was refused and not only shown with its effect. */
export const EffectSummary = ({ form, labels, t }: Props & { labels: Record<string, string> }) =>
  effectOf(form) ? null : <ErrorSummary form={form} labels={labels} t={t} />

/** What will change, before anything is saved. */
export const EffectCard = (props: Props & Pick<Saving, 'is_proposal'>) => {
  const { t, form, is_proposal = false } = props
  const seen = effectOf(form)
  if (!seen) return null
  return (
    <Card heading={t('duties.effect')}>
      <p>{t(is_proposal ? 'duties.effect.what_proposed' : 'duties.effect.what')}</p>
      <EffectTable effect={seen.effect} {...props} />
    </Card>
  )
}

export const EffectTable = ({ effect, t, f }: Props & { effect: Effect }) => (
  <Table
    caption={t('duties.effect')}
    is_caption_hidden
    rows={rowsOf(effect, t, f)}
    empty={t('duties.effect.none')}
    columns={[
      { head: t('duties.effect.field'), is_name: true, cell: (row) => row.what },
      { head: t('duties.effect.before'), cell: (row) => row.before },
      { head: t('duties.effect.after'), cell: (row) => row.after },
    ]}
  />
)

function rowsOf({ values, duties }: Effect, t: Props['t'], f: Props['f']): Row[] {
  const wordOf = (value: string | null) =>
    value === null
      ? t('duties.effect.no_date')
      : /^\d{4}-\d\d-\d\d$/.test(value)
        ? f.date(value)
        : (t.find(`duties.effect.people_standing.${value}`) ?? value)
  const briefOf = (brief: Effect['duties'][number]['before']) => {
    if (!brief) return t('duties.effect.not_listed')
    const due =
      brief.due === null
        ? t('duties.effect.no_date')
        : brief.due.includes('T')
          ? f.dateTime(brief.due)
          : f.date(brief.due)
    return `${due}${between(t)}${stateWords(brief.state, t)}`
  }
  return [
    ...values.map(({ about, before, after }) => ({
      ...{ what: t(`duties.effect.${about}`), before: wordOf(before), after: wordOf(after) },
    })),
    ...duties.map(({ duty, before, after }) => ({
      ...{ what: t(`duties.name.${duty}`), before: briefOf(before), after: briefOf(after) },
    })),
  ]
}

type Saving = {
  /** Where it is saved. */
  save: string
  /** A second officer decides: nothing is saved by this button. */
  is_proposal?: boolean
}

/** First shows what changes; then saves it, or sends it to a second officer, or shows it again. */
export const EffectButtons = ({ t, form, save, is_proposal = false }: Props & Saving) =>
  effectOf(form) ? (
    <Buttons>
      <button type="submit" class="button main" formAction={save}>
        {t(is_proposal ? 'duties.effect.propose' : 'duties.effect.save')}
      </button>
      <Button kind="plain">{t('duties.effect.again')}</Button>
    </Buttons>
  ) : (
    <Buttons>
      <Button>{t('duties.effect.show')}</Button>
    </Buttons>
  )

/** A state without its days, which differ before and after. */
const stateWords = (state: string, t: Props['t']) =>
  t.find(`duties.effect.state.${state}`) ?? t.find(`ui.light.${state}`) ?? state
