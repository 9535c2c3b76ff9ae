// Every part of the kit on one page, in either language: to be looked at, and to be checked by axe.
import { formatter } from '../pages/language/formatter.ts'
import type { Language } from '../pages/language/language.ts'
import { translator } from '../pages/language/translator.ts'
import { Basis } from '../pages/ui/Basis.tsx'
import { Button, ButtonLink, Buttons } from '../pages/ui/Button.tsx'
import { Card, Cards, Tile, Tiles } from '../pages/ui/Card.tsx'
import { CheckAnswers } from '../pages/ui/CheckAnswers.tsx'
import { ErrorSummary } from '../pages/ui/ErrorSummary.tsx'
import { Explain } from '../pages/ui/Explain.tsx'
import { Facts } from '../pages/ui/Facts.tsx'
import {
  CheckField,
  ChoiceField,
  DateField,
  FileField,
  SelectField,
  TextArea,
  TextField,
} from '../pages/ui/Fields.tsx'
import { Filters } from '../pages/ui/Filters.tsx'
import { Form } from '../pages/ui/Form.tsx'
import { Identifier } from '../pages/ui/Identifier.tsx'
import { IdentityBar } from '../pages/ui/IdentityBar.tsx'
import { Light, type LightState } from '../pages/ui/Light.tsx'
import { Name } from '../pages/ui/Name.tsx'
import { Notice } from '../pages/ui/Notice.tsx'
import { Page } from '../pages/ui/Page.tsx'
import { Pager } from '../pages/ui/Pager.tsx'
import type { Frame, RefusedForm, Viewer } from '../pages/ui/page-props.ts'
import { Steps } from '../pages/ui/Steps.tsx'
import { Table } from '../pages/ui/Table.tsx'
import { Tabs } from '../pages/ui/Tabs.tsx'
import { Timeline } from '../pages/ui/Timeline.tsx'
import { TypedText } from '../pages/ui/TypedText.tsx'

/** Words of the gallery alone; they are no part of the register's dictionaries. */
const WORDS = {
  en: {
    duties: 'Next things due',
    duty: 'Duty',
    due: 'Due',
    state: 'State',
    basis: 'Legal basis',
    confirm: 'Confirm address',
    travel: 'Travel notice: Lahore',
    yearly: 'Yearly confirmation',
    home: 'Where they live',
    why: 'Why they are on the register',
    offence: 'Offence',
    court: 'Court',
    judgment: 'Judgment',
    address: 'House 12-B, Mohalla Test, Multan',
    record: 'Record',
    cnic: 'CNIC',
    born: 'Born',
    station: 'Supervising station',
    saddar: 'PS Saddar, Multan',
    photo: 'Photo restricted',
    late: 'Overdue: address confirmation (3 days)',
    notify: 'Record a notification',
    print: 'Print summary',
    tabs: ['Summary', 'Convictions', 'Duties', 'Addresses', 'Travel', 'Timeline', 'Who has looked'],
    special: 'Special Court (Anti-Rape), Multan',
    rape: 'rape',
    events: 'Latest events',
    reminder: 'Reminder sent to station',
    seen: 'Address visit: person seen',
    system: 'the system',
    name: 'Name in Urdu',
    latin: 'Name in Latin script',
    how: 'How received',
    desk: 'At the desk',
    post: 'By post',
    phone: 'By telephone',
    facts: 'What was said',
    on: 'Received on',
    document: 'Document seen',
    sworn: 'I have read this back to the person.',
    hint: 'Thirteen digits, with or without dashes.',
    because: '7 days after the change',
    rolled: 'the desk was closed that day',
    upload: 'Return',
    empty: 'Nothing is due.',
  },
  ur: {
    duties: 'آئندہ ذمہ داریاں',
    duty: 'ذمہ داری',
    due: 'آخری تاریخ',
    state: 'حیثیت',
    basis: 'قانونی بنیاد',
    confirm: 'پتے کی تصدیق',
    travel: 'سفر کی اطلاع: لاہور',
    yearly: 'سالانہ تصدیق',
    home: 'رہائش',
    why: 'رجسٹر میں اندراج کی وجہ',
    offence: 'جرم',
    court: 'عدالت',
    judgment: 'فیصلہ',
    address: 'مکان 12-B، محلہ ٹیسٹ، ملتان',
    record: 'ریکارڈ',
    cnic: 'شناختی کارڈ',
    born: 'پیدائش',
    station: 'نگران تھانہ',
    saddar: 'تھانہ صدر، ملتان',
    photo: 'تصویر محدود',
    late: 'مدت گزر گئی: پتے کی تصدیق (۳ دن)',
    notify: 'اطلاع درج کریں',
    print: 'خلاصہ چھاپیں',
    tabs: ['خلاصہ', 'سزائیں', 'ذمہ داریاں', 'پتے', 'سفر', 'واقعات', 'کس نے دیکھا'],
    special: 'خصوصی عدالت، ملتان',
    rape: 'زنا بالجبر',
    events: 'تازہ واقعات',
    reminder: 'تھانے کو یاد دہانی بھیجی گئی',
    seen: 'پتے کا دورہ: شخص موجود تھا',
    system: 'نظام',
    name: 'نام اردو میں',
    latin: 'نام انگریزی حروف میں',
    how: 'اطلاع کیسے ملی',
    desk: 'تھانے کے ڈیسک پر',
    post: 'ڈاک سے',
    phone: 'ٹیلی فون پر',
    facts: 'کیا بتایا گیا',
    on: 'وصولی کی تاریخ',
    document: 'دیکھی گئی دستاویز',
    sworn: 'میں نے یہ متعلقہ شخص کو پڑھ کر سنا دیا ہے۔',
    hint: 'تیرہ ہندسے، ڈیش کے ساتھ یا بغیر۔',
    because: 'تبدیلی کے ۷ دن بعد',
    rolled: 'اس دن ڈیسک بند تھا',
    upload: 'گوشوارہ',
    empty: 'کوئی ذمہ داری باقی نہیں۔',
  },
} as const

const NAME = { ur: 'فرضی شخص اول ولد فرضی والد اول', latin: 'Test Person One s/o Test Father One' }

const VIEWER: Viewer = {
  language: 'en',
  officer_name: { en: 'Test Officer', ur: 'فرضی افسر' },
  role: 'station_officer',
  unit_name: { en: 'PS Saddar, Multan', ur: 'تھانہ صدر، ملتان' },
  is_demo: true,
  navigation: [
    { href: '/', key: 'navigation.day', count: 12 },
    { href: '/searches', key: 'navigation.find' },
    { href: '/approvals', key: 'navigation.approvals', count: 3 },
  ],
}

const REFUSED: RefusedForm = {
  values: { cnic: '90000-12', name_ur: 'فرضی', how: 'post' },
  code: 'invalid',
  fields: [
    { field: 'cnic', code: 'not_a_cnic' },
    { field: 'received_on', code: 'required' },
    { field: 'how', code: 'not_a_choice' },
  ],
}

type Given = Pick<Frame, 't' | 'f'> & { words: (typeof WORDS)[Language] }

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

const Record = ({ t, f, words }: Given) => (
  <>
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
    </Cards>
  </>
)

const States = ({ t, f }: Given) => (
  <>
    <Tiles>
      {(['not_due', 'due', 'overdue', 'paused', 'met', 'met_late', 'whereabouts_unknown'] as const).map(
        (state) => (
          <Tile
            key={state}
            label={f.days(21)}
            figure={f.number(1234)}
            note={<Light state={state} days={21} t={t} />}
          />
        ),
      )}
    </Tiles>
    <Notice kind="info" t={t}>
      {t('sessions.step_up.what', { minutes: 5 })}
    </Notice>
    <Notice kind="warning" t={t}>
      {t('sessions.last_sign_in', { at: f.dateTime('2026-11-21T04:10:00Z'), unit: 'PS Saddar' })}
    </Notice>
    <Notice kind="success" t={t}>
      {t('sessions.signed_out')}
    </Notice>
  </>
)

const Forms = ({ t, f, words }: Given) => {
  const choices = [
    { value: 'desk', label: words.desk, hint: words.hint },
    { value: 'post', label: words.post },
    { value: 'phone', label: words.phone },
  ]
  const labels = { cnic: words.cnic, received_on: words.on, how: words.how }
  return (
    <>
      <Steps
        t={t}
        f={f}
        steps={[
          { label: words.judgment, state: 'done', href: '#1' },
          { label: words.offence, state: 'current' },
          { label: words.station, state: 'ahead' },
        ]}
      />
      <ErrorSummary form={REFUSED} labels={labels} t={t} />
      <Form action="/notices" id="notice">
        <TextField
          name="cnic"
          label={words.cnic}
          hint={words.hint}
          kind="identifier"
          size={17}
          form={REFUSED}
          t={t}
        />
        <TextField name="name_ur" label={words.name} kind="urdu" form={REFUSED} t={t} />
        <TextField name="name_latin" label={words.latin} kind="latin" is_optional t={t} />
        <DateField name="received_on" label={words.on} form={REFUSED} t={t} />
        <ChoiceField name="how" label={words.how} choices={choices} form={REFUSED} t={t} />
        <SelectField name="document" label={words.document} choices={choices} value="post" t={t} />
        <TextArea name="facts" label={words.facts} t={t} />
        <FileField name="file" label={words.upload} limit_mb={20} t={t} />
        <CheckField name="sworn" label={words.sworn} t={t} />
        <Buttons>
          <Button>{t('ui.continue')}</Button>
          <Button kind="plain">{t('ui.save')}</Button>
          <Button kind="danger">{t('ui.remove')}</Button>
          <Button kind="link">{t('ui.cancel')}</Button>
        </Buttons>
      </Form>
      <CheckAnswers
        t={t}
        answers={[
          {
            label: words.cnic,
            value: <Identifier>{f.cnic('9000000000001')}</Identifier>,
            change_href: '#cnic',
          },
          { label: words.judgment, value: f.weekday('2024-02-11'), change_href: '#judgment' },
        ]}
      />
      <Filters
        t={t}
        clear_href="#clear"
        filters={[
          { label: words.station, value: words.saddar, remove_href: '#f1' },
          { label: words.how, value: words.post, remove_href: '#f2' },
        ]}
      />
      <Pager first_href="#first" next_href="#next" shown_count={50} t={t} />
    </>
  )
}

/** The gallery as a page; without a viewer it is what is seen before sign-in. */
export const Gallery = ({
  language,
  asset,
  is_signed_in,
}: {
  language: Language
  asset: Frame['asset']
  is_signed_in: boolean
}) => {
  const [t, f, words] = [translator(language), formatter(language), WORDS[language]]
  const viewer = is_signed_in ? { ...VIEWER, language } : null
  return (
    <Page
      t={t}
      f={f}
      viewer={viewer}
      path="/gallery"
      asset={asset}
      title={words.record}
      part="navigation.find"
    >
      <Record {...{ t, f, words }} />
      <States {...{ t, f, words }} />
      <Forms {...{ t, f, words }} />
    </Page>
  )
}
