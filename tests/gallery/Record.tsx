// A person's summary made of the kit: identity bar, tabs, cards, table, facts, an explained date, events.
import { Basis } from '../../pages/ui/Basis.tsx'
import { ButtonLink } from '../../pages/ui/Button.tsx'
import { Card, Cards } from '../../pages/ui/Card.tsx'
import { Explain } from '../../pages/ui/Explain.tsx'
import { Facts } from '../../pages/ui/Facts.tsx'
import { Identifier } from '../../pages/ui/Identifier.tsx'
import { IdentityBar } from '../../pages/ui/IdentityBar.tsx'
import type { LightState } from '../../pages/ui/Light.tsx'
import { Light } from '../../pages/ui/Light.tsx'
import { Name } from '../../pages/ui/Name.tsx'
import { Table } from '../../pages/ui/Table.tsx'
import { Tabs } from '../../pages/ui/Tabs.tsx'
import { Timeline } from '../../pages/ui/Timeline.tsx'
import { TypedText } from '../../pages/ui/TypedText.tsx'
import type { Given } from './words.ts'

const NAME = { ur: 'فرضی شخص اول ولد فرضی والد اول', latin: 'Test Person One s/o Test Father One' }

const DUTIES: { duty: 'confirm' | 'travel' | 'yearly'; due_on: string; state: LightState; days: number }[] = [
  { duty: 'confirm', due_on: '2026-11-20', state: 'overdue', days: -3 },
  { duty: 'travel', due_on: '2026-12-02', state: 'due', days: 9 },
  { duty: 'yearly', due_on: '2027-03-14', state: 'not_due', days: 111 },
]

const Duties = ({ t, f, words }: Given) => (
  <Card heading={words.duties}>
    <Table
      caption={words.duties}
      is_caption_hidden
      rows={DUTIES}
      empty={words.empty}
      columns={[
        { head: words.duty, is_name: true, cell: (d) => <a href={`#${d.duty}`}>{words[d.duty]}</a> },
        { head: words.due, cell: (d) => f.date(d.due_on) },
        { head: words.state, cell: (d) => <Light state={d.state} days={d.days} t={t} /> },
        { head: words.basis, cell: () => <Basis law="pk-assumed" status="assumed" t={t} /> },
      ]}
    />
  </Card>
)

const Bar = ({ t, f, words }: Given) => (
  <IdentityBar
    heading={<Name name={NAME} t={t} />}
    facts={[
      { label: words.record, value: <Identifier>NSOR-2026-000123</Identifier> },
      { label: words.cnic, value: <Identifier>{f.maskedCnic('9000000000001')}</Identifier> },
      { label: words.born, value: f.year(1988) },
      { label: words.station, value: words.saddar },
    ]}
    state={
      <Light state="overdue" t={t}>
        {words.late}
      </Light>
    }
    actions={
      <>
        <ButtonLink href="#notice" kind="main">
          {words.notify}
        </ButtonLink>
        <ButtonLink href="#print">{words.print}</ButtonLink>
      </>
    }
    photo={words.photo}
  />
)

const Why = ({ t, f, words }: Given) => (
  <Card heading={words.why}>
    <Facts
      facts={[
        {
          label: words.offence,
          value: (
            <>
              <Identifier>PPC-376</Identifier> ({words.rape})
            </>
          ),
        },
        { label: words.court, value: words.special, note: f.date('2026-11-02') },
        { label: words.judgment, value: f.date('2024-02-11') },
      ]}
    />
    <Explain
      value={f.date('2026-11-20')}
      t={t}
      steps={[
        {
          law: 'SOR-RULES-2023',
          status: 'assumed',
          because: words.because,
          from: null,
          to: f.date('2026-11-19'),
        },
        {
          law: 'pk-assumed',
          status: 'assumed',
          because: words.rolled,
          from: f.date('2026-11-19'),
          to: f.date('2026-11-20'),
        },
      ]}
    />
  </Card>
)

const Events = ({ t, f, words }: Given) => (
  <Card heading={words.events}>
    <Timeline
      t={t}
      f={f}
      events={[
        { what: words.reminder, at: '2026-11-21T04:10:00Z', by: words.system },
        { what: words.seen, on: '2026-03-08', by: words.saddar },
      ]}
    />
  </Card>
)

/** A person as the summary shows him. */
export const Record = ({ t, f, words }: Given) => (
  <>
    <Bar {...{ t, f, words }} />
    <Tabs
      label={words.record}
      tabs={words.tabs.map((label, at) => ({ label, href: `#tab-${at}`, is_current: at === 0 }))}
    />
    <Cards>
      <Duties {...{ t, f, words }} />
      <Card heading={words.home}>
        <p>
          <strong>
            <TypedText>{words.address}</TypedText>
          </strong>
        </p>
        <p class="small">{f.date('2026-03-08')}</p>
      </Card>
      <Why {...{ t, f, words }} />
      <Events {...{ t, f, words }} />
    </Cards>
  </>
)
