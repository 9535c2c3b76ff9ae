import type { ComponentChildren } from 'preact'
import type { DutyEffect, NoticePreview } from '../../contract/notices.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Card } from '../ui/Card.tsx'
import { Explain } from '../ui/Explain.tsx'
import { explained } from '../ui/explained.ts'
import { Light } from '../ui/Light.tsx'
import { Table } from '../ui/Table.tsx'

type EffectOptions = {
  preview: NoticePreview
  /** Today, from which days are counted. */
  received_on: string
  t: T
  f: F
  children?: ComponentChildren
}

/** What becomes of each duty were the notice saved now, each date open to its arithmetic. */
export const Effect = ({ preview, received_on: today, t, f, children }: EffectOptions) => (
  <Card heading={t('notices.effect')}>
    <p>{t('notices.effect.what')}</p>
    {preview.counted_from && <p>{t('notices.effect.counted_from', { day: f.date(preview.counted_from) })}</p>}
    {!preview.is_owed && !preview.counted_from && <p>{t('notices.effect.is_not_owed')}</p>}
    <Table
      caption={t('notices.effect')}
      is_caption_hidden
      rows={preview.duties}
      empty={t('notices.effect.none')}
      columns={[
        {
          head: t('notices.effect.duty'),
          is_name: true,
          cell: (one) => (
            <Explain value={t(`notices.duty.${one.duty}`)} steps={explained(one.steps, t, f)} t={t} />
          ),
        },
        { head: t('notices.effect.becomes'), cell: (one) => t(`notices.effect.${one.effect}`) },
        { head: t('notices.effect.before'), cell: (one) => <Side side={one.before} {...{ today, t, f }} /> },
        { head: t('notices.effect.after'), cell: (one) => <Side side={one.after} {...{ today, t, f }} /> },
      ]}
    />
    <Standing {...{ preview, t }} />
    {children}
  </Card>
)

const Standing = ({ preview: { standing }, t }: Pick<EffectOptions, 'preview' | 't'>) =>
  standing.before === standing.after ? null : (
    <p>
      {t('notices.effect.standing', {
        before: t(`notices.standing.${standing.before}`),
        after: t(`notices.standing.${standing.after}`),
      })}
    </p>
  )

type SideOptions = { side: DutyEffect['before']; today: string; t: T; f: F }

const Side = ({ side, today, t, f }: SideOptions) => {
  if (!side) return <>{t('notices.effect.not_listed')}</>
  const { due_on, due_at, state } = side
  const when = due_at ? f.dateTime(due_at) : due_on ? f.date(due_on) : t('notices.effect.no_date')
  return (
    <>
      <div>{when}</div>
      <Light state={state} days={state === 'paused' ? null : daysUntil(today, side)} t={t} />
    </>
  )
}

function daysUntil(today: string, { due_on, due_at }: NonNullable<SideOptions['side']>): number | null {
  const day = due_on ?? due_at?.slice(0, 'YYYY-MM-DD'.length)
  if (!day) return null
  return Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(day)).days
}
