import { CONTACT_KINDS, CONTACT_OUTCOMES, type ContactStep } from '../../contract/breaches.ts'
import { paths } from '../../contract/paths.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceField, DateField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import type { RefusedForm } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

/** What was tried so far. */
export const Contacts = ({ contacts, t, f }: { contacts: readonly ContactStep[]; t: T; f: F }) => (
  <Table
    caption={t('breaches.contacts')}
    is_caption_hidden
    rows={contacts}
    empty={t('breaches.contacts.none')}
    columns={[
      { head: t('breaches.contact.made_on'), is_name: true, cell: (c) => f.date(c.made_on) },
      { head: t('breaches.contact.kind'), cell: (c) => t(`breaches.contact.kind.${c.kind}`) },
      {
        head: t('breaches.contact.outcome'),
        cell: (c) => (
          <>
            {t(`breaches.contact.outcome.${c.outcome}`)}
            {c.note && (
              <div class="small">
                <bdi>{c.note}</bdi>
              </div>
            )}
          </>
        ),
      },
      { head: t('breaches.by'), cell: (c) => c.by[t.language] },
    ]}
  />
)

export const contactLabels = (t: T) => ({
  kind: t('breaches.contact.kind'),
  made_on: t('breaches.contact.made_on'),
  outcome: t('breaches.contact.outcome'),
  note: t('breaches.contact.note'),
})

type ContactFormOptions = {
  person_id: string
  about: { duty: string; key: string }
  today: string
  form: RefusedForm | undefined
  t: T
}

/** One attempt to speak with the person, about one lapse. */
export const ContactForm = ({ person_id, about, today, form, t }: ContactFormOptions) => (
  <Form action={paths.contacts(person_id)} hidden={{ duty: about.duty, key: about.key }} id="contact">
    <p>{t('breaches.contact.what')}</p>
    <ChoiceField
      name="kind"
      label={t('breaches.contact.kind')}
      choices={CONTACT_KINDS.map((value) => ({ value, label: t(`breaches.contact.kind.${value}`) }))}
      {...{ form, t }}
    />
    <DateField
      name="made_on"
      label={t('breaches.contact.made_on')}
      value={today}
      max={today}
      {...{ form, t }}
    />
    <ChoiceField
      name="outcome"
      label={t('breaches.contact.outcome')}
      choices={CONTACT_OUTCOMES.map((value) => ({ value, label: t(`breaches.contact.outcome.${value}`) }))}
      {...{ form, t }}
    />
    <TextArea
      name="note"
      label={t('breaches.contact.note')}
      hint={t('breaches.contact.note.hint')}
      is_optional
      rows={2}
      {...{ form, t }}
    />
    <Button kind="plain">{t('breaches.contact.keep')}</Button>
  </Form>
)
