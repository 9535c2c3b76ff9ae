import type { AuditReply } from '../../contract/audit.ts'
import { paths } from '../../contract/paths.ts'
import { AUDIT_ACTIONS } from '../../domain/audit/actions.ts'
import type { Key } from '../language/dictionary.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Facts } from '../ui/Facts.tsx'
import { SelectField } from '../ui/Fields.tsx'
import { type Filter, Filters } from '../ui/Filters.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag, type Tone } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { Frame, PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'

type Event = AuditReply['events'][number]

const TONES: Record<string, Tone> = { done: 'green', refused: 'amber', failed: 'red' }

const hrefOf = (filter: AuditReply['filter'], change: Record<string, string | undefined>) => {
  const pairs = Object.entries({ ...filter, choose: undefined, ...change }).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  const query = new URLSearchParams(pairs).toString()
  return query ? `${paths.audit()}?${query}` : paths.audit()
}

/** The audit console: who did what, by codes and opaque ids, and the head that outsiders can check. */
export const AuditPage = (props: PageProps<AuditReply>) => {
  const { t, f, checkpoint, filter } = props
  return (
    <Page {...props} title={t('audit.title')} part="navigation.audit">
      <h1>{t('audit.title')}</h1>
      <Card heading={t('audit.head')}>
        {checkpoint ? (
          <Facts
            facts={[
              {
                label: t('audit.tree_size'),
                value: f.number(checkpoint.tree_size),
                note: t('audit.tree_size.what'),
              },
              { label: t('audit.root_hash'), value: <Identifier>{checkpoint.root_hash}</Identifier> },
              { label: t('audit.signed_at'), value: f.dateTime(checkpoint.signed_at) },
            ]}
          />
        ) : (
          <Notice kind="info" t={t}>
            {t('audit.no_head')}
          </Notice>
        )}
      </Card>
      {filter.choose ? <Choose {...props} /> : <Events {...props} />}
    </Page>
  )
}

const Events = (props: PageProps<AuditReply>) => {
  const { t, events, filter, next_before } = props
  return (
    <>
      <Buttons>
        <ButtonLink href={hrefOf(filter, { choose: 'acts', before: undefined })}>
          {t('audit.filter')}
        </ButtonLink>
      </Buttons>
      <Filters t={t} clear_href={paths.audit()} filters={filtersOf(props)} />
      <Table caption={t('audit.caption')} rows={events} columns={columnsOf(props)} empty={t('audit.none')} />
      <Pager
        t={t}
        shown_count={events.length}
        first_href={filter.before ? hrefOf(filter, { before: undefined }) : null}
        next_href={next_before === null ? null : hrefOf(filter, { before: String(next_before) })}
      />
    </>
  )
}

/** An act in words; an event of an earlier program may name one that has none any more. */
const actOf = (t: Frame['t'], action: string) => t.find(`audit.act.${action}`) ?? action

/** Why it was refused, in the policy's or the problem's words; else the purpose. */
const whyOf = (t: Frame['t'], { gloss, policy, purpose }: Event) =>
  gloss?.[t.language] ??
  (policy && (t.find(`errors.${policy}`) ?? policy)) ??
  (purpose && (t.find(`searches.purpose.${purpose}`) ?? purpose))

/** Acts and outcomes to choose from; sent as the address, so that it works without a script. */
const Choose = ({ t, filter }: PageProps<AuditReply>) => {
  const acts = AUDIT_ACTIONS.map((value) => ({ value, label: actOf(t, value) }))
  const outcomes = Object.keys(TONES).map((value) => ({
    value,
    label: t.find(`audit.outcome.${value}`) ?? value,
  }))
  acts.sort((a, b) => a.label.localeCompare(b.label, t.language))
  return (
    <Card heading={t('audit.filter')}>
      <form method="get" action={paths.audit()}>
        <SelectField
          name="action"
          label={t('audit.action')}
          value={filter.action ?? null}
          choices={acts}
          t={t}
        />
        <SelectField
          name="outcome"
          label={t('audit.outcome')}
          value={filter.outcome ?? null}
          choices={outcomes}
          t={t}
        />
        <Button kind="plain">{t('audit.filter.do')}</Button>
      </form>
    </Card>
  )
}

function filtersOf({ t, filter, events }: PageProps<AuditReply>): Filter[] {
  const named = (event: Event | undefined) =>
    t.language === 'ur' ? event?.officer_name_ur : event?.officer_name_en
  const one = (key: 'action' | 'outcome' | 'officer_id', label: Key, value: string | undefined): Filter[] =>
    value
      ? [
          {
            label: t(label as 'audit.action'),
            value,
            remove_href: hrefOf(filter, { [key]: undefined, before: undefined }),
          },
        ]
      : []
  return [
    ...one('action', 'audit.action', filter.action && actOf(t, filter.action)),
    ...one('outcome', 'audit.outcome', filter.outcome && t.find(`audit.outcome.${filter.outcome}`)),
    ...one('officer_id', 'audit.officer', filter.officer_id && (named(events[0]) ?? filter.officer_id)),
  ]
}

function columnsOf({ t, f, filter }: Frame & { filter: AuditReply['filter'] }): Column<Event>[] {
  const link = (change: Record<string, string>, text: string) => (
    <a href={hrefOf(filter, { ...change, before: undefined })}>{text}</a>
  )
  const officer = (e: Event) => (t.language === 'ur' ? e.officer_name_ur : e.officer_name_en)
  return [
    { head: t('audit.event_no'), is_number: true, cell: (e) => f.number(e.event_no) },
    { head: t('audit.occurred_at'), cell: (e) => f.dateTime(e.occurred_at) },
    {
      head: t('audit.officer'),
      cell: (e) =>
        e.officer_id ? link({ officer_id: e.officer_id }, officer(e) ?? e.officer_id) : t('audit.nobody'),
    },
    {
      head: t('audit.action'),
      is_name: true,
      cell: (e) => link({ action: e.action }, actOf(t, e.action)),
    },
    {
      head: t('audit.outcome'),
      cell: (e) => (
        <Flag tone={TONES[e.outcome] ?? 'grey'}>{t.find(`audit.outcome.${e.outcome}`) ?? e.outcome}</Flag>
      ),
    },
    {
      head: t('audit.subject'),
      cell: (e) =>
        e.subject_id && (
          <>
            {t.find(`audit.kind.${e.subject_kind}`) ?? e.subject_kind}{' '}
            <Identifier>{e.subject_id.slice(0, 8)}</Identifier>
          </>
        ),
    },
    { head: t('audit.why'), cell: (e) => whyOf(t, e) },
  ]
}
