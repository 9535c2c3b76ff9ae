import { paths } from '../../contract/paths.ts'
import type { PrintShown } from '../../contract/prints.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** A paper that was made: its number, and the two things done with it, opening the PDF and printing it again. */
export const PrintPage = (props: PageProps<PrintShown>) => {
  const { t, f, print_id, print_number, kind, person_id, reprint_of, printed_by, printed_at } = props
  return (
    <Page {...props} title={t('prints.title')} part="navigation.day">
      <h1>{t('prints.title')}</h1>
      <section class="card">
        <Facts
          facts={[
            { label: t('prints.number'), value: <Identifier>{print_number}</Identifier> },
            { label: t('prints.kind'), value: t(`prints.kind.${kind}`) },
            ...(reprint_of === null
              ? []
              : [{ label: t('prints.reprint_of'), value: <Identifier>{reprint_of}</Identifier> }]),
            { label: t('prints.printed_by'), value: printed_by[f.language] },
            { label: t('prints.printed_at'), value: f.dateTime(printed_at) },
          ]}
        />
        <Buttons>
          <ButtonLink href={paths.printFile(print_id)} kind="main">
            {t('prints.open')}
          </ButtonLink>
          <Next {...props} />
        </Buttons>
        <p class="hint">{t(kind === 'week_list' ? 'prints.open.list' : 'prints.open.what')}</p>
      </section>
      <Form action={paths.reprints(print_id)}>
        <p>{t('prints.again.what')}</p>
        <Button kind="plain">{t('prints.again')}</Button>
      </Form>
      <p>
        {person_id === null ? (
          <a href={paths.calendar()}>{t('prints.to_calendar')}</a>
        ) : (
          <a href={paths.person(person_id)}>{t('prints.to_person')}</a>
        )}
      </p>
    </Page>
  )
}

/** What the paper was printed for: a notice of duties is read out and signed, and that is recorded. */
const Next = ({ kind, person_id, viewer, t }: PageProps<PrintShown>) =>
  kind === 'duties' && person_id !== null && /^(station|bureau)_/.test(viewer?.role ?? '') ? (
    <ButtonLink href={paths.newServing(person_id)}>{t('servings.save')}</ButtonLink>
  ) : null
