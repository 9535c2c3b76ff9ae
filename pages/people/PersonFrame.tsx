import type { ComponentChildren } from 'preact'
import { paths } from '../../contract/paths.ts'
import type { PersonHead } from '../../contract/people.ts'
import { directionOf, type Language } from '../language/language.ts'
import { translator } from '../language/translator.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { IdentityBar } from '../ui/IdentityBar.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { OffRegister, OneWith, Standing } from './Standing.tsx'

export type PersonTab =
  | 'summary'
  | 'duties'
  | 'convictions'
  | 'addresses'
  | 'travel'
  | 'identity'
  | 'timeline'
  | 'lookers'
/** The pages of a person, in order. */
const TABS: readonly PersonTab[] = [
  ...(['summary', 'duties', 'convictions', 'addresses', 'travel'] as const),
  ...(['identity', 'timeline', 'lookers'] as const),
]

type FrameOptions = PageProps<{ person: PersonHead }> & {
  /** The page shown; null beside them all (a number or a photograph, shown once). */
  tab: PersonTab | null
  title: string
  children?: ComponentChildren
}

/** Every page of a person: the bar that says who, the pages side by side, and the content. Titles name nobody. */
export const PersonFrame = (props: FrameOptions) => {
  const { person, tab, title, children, t } = props
  const tabs = TABS.filter((one) => one !== 'lookers' || person.may.see_lookers)
  return (
    <Page {...props} title={title} part="navigation.find">
      <Bar {...props} />
      <OffRegister {...props} />
      <OneWith {...props} />
      <Tabs
        label={t('people.tabs')}
        tabs={tabs.map((one) => ({
          href: one === 'summary' ? paths.person(person.person_id) : paths.personTab(person.person_id, one),
          label: t(`people.tab.${one}`),
          is_current: one === tab,
        }))}
      />
      {children}
      <p class="small">
        {t('people.looking_for', { purpose: t(`searches.purpose.${person.purpose}`) })} ·{' '}
        <a href={paths.newConflict('person', person.person_id)}>{t('approvals.conflict')}</a>
      </p>
    </Page>
  )
}

const CHILD_OF = { male: 'people.son_of', female: 'people.daughter_of', x: 'people.child_of' } as const

const Bar = (props: FrameOptions) => {
  const { person, t, f } = props
  return (
    <IdentityBar
      heading={<Heading person={person} t={t} />}
      facts={[
        { label: t('people.record'), value: <Identifier>{person.record_number}</Identifier> },
        { label: t('people.cnic'), value: <Cnic {...props} /> },
        { label: t('people.born'), value: bornOf(person, t, f) },
        { label: t('people.station'), value: person.station[t.language] },
        ...(person.language
          ? [{ label: t('people.language'), value: t(`people.language.${person.language}`) }]
          : []),
      ]}
      state={<Standing person={person} t={t} f={f} />}
      photo={<Photo {...props} />}
      actions={
        <>
          {person.may.record_notice && (
            <ButtonLink href={paths.newNotice(person.person_id)} kind="main">
              {t('notices.new')}
            </ButtonLink>
          )}
          {person.may.serve && (
            <ButtonLink href={paths.newServing(person.person_id)}>{t('servings.new')}</ButtonLink>
          )}
          {person.may.correct && (
            <ButtonLink
              href={paths.personTab(person.person_id, 'corrections')}
              kind={person.may.record_notice ? 'plain' : 'main'}
            >
              {t('people.correct')}
            </ButtonLink>
          )}
          {person.may.add_photo && (
            <ButtonLink href={paths.newPhoto(person.person_id)}>{t('entries.photo')}</ButtonLink>
          )}
        </>
      }
    />
  )
}

/** Name and father's name, a line for each script, the reader's own first; each line in its own language's words. */
const Heading = ({ person, t }: Pick<FrameOptions, 'person' | 't'>) => {
  const languages: readonly Language[] = t.language === 'ur' ? ['ur', 'en'] : ['en', 'ur']
  const lines = languages.flatMap((language) => lineOf(person, language) ?? [])
  if (lines.length === 0) return <span class="muted">{t('ui.not_known')}</span>
  return (
    <>
      {lines.map(({ language, text }, at) => (
        <bdi key={language} lang={language} dir={directionOf(language)} class={at > 0 ? 'other-script' : ''}>
          {text}{' '}
        </bdi>
      ))}
    </>
  )
}

/** Bashir s/o Ditta in one language; undefined when the name is not known in its script. */
function lineOf({ name, father, sex }: PersonHead, language: Language) {
  const script = language === 'ur' ? 'ur' : 'latin'
  const own = name[script]
  if (!own) return undefined
  const of = translator(language)(CHILD_OF[sex ?? 'x'])
  return { language, text: father[script] ? `${own} ${of} ${father[script]}` : own }
}

const Cnic = ({ person, t, f }: FrameOptions) => {
  if (!person.cnic_tail) return <>{t('people.cnic.none')}</>
  return (
    <>
      <Identifier>{f.maskedCnic(person.cnic_tail)}</Identifier>
      {person.may.show_number && (
        <Form action={paths.personTab(person.person_id, 'numbers')}>
          <Button kind="link">{t('people.show_number')}</Button>
        </Form>
      )}
    </>
  )
}

const bornOf = ({ born_on, born_year }: PersonHead, t: FrameOptions['t'], f: FrameOptions['f']) =>
  born_on ? f.date(born_on) : born_year ? f.year(born_year) : t('ui.not_known')

const Photo = ({ person, t }: FrameOptions) => {
  if (!person.has_photo) return <>{t('people.photo.none')}</>
  if (!person.may.view_photo) return <>{t('people.photo.restricted')}</>
  return (
    <Form action={paths.personTab(person.person_id, 'photo-views')}>
      <Button kind="link">{t('people.photo.show')}</Button>
    </Form>
  )
}
