import type { CheckShown } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** That there is an answer, how often it opens and until when; never what it says. */
export const AnswerCard = ({ answer, check_id, t, f }: PageProps<CheckShown>) =>
  answer ? (
    <Card heading={t('checks.answer')}>
      <Facts
        facts={[
          { label: t('checks.released_at'), value: f.dateTime(answer.released_at) },
          {
            label: t('checks.opened'),
            value: t('checks.opened.value', { n: answer.opened_count, of: answer.opens_count }),
            note: t('checks.opened.until', { until: f.dateTime(answer.opens_until_at) }),
          },
        ]}
      />
      {answer.is_recalled && (
        <Notice kind="warning" t={t} heading={t('checks.recalled')}>
          <p>{t('checks.recalled.what')}</p>
          <a href={paths.recalls()}>{t('recalls.title')}</a>
        </Notice>
      )}
      {answer.said && !answer.is_recalled && (
        <Notice kind="info" t={t} heading={t(`checks.said.${answer.said}`)}>
          {t(`checks.said.${answer.said}.what`)}
        </Notice>
      )}
      {answer.may_open ? (
        <Form action={`${paths.check(check_id)}/openings`}>
          <p>{t('checks.open_answer.what')}</p>
          <Button>{t('checks.open_answer')}</Button>
        </Form>
      ) : (
        !answer.is_recalled && <p class="empty">{t('checks.open_answer.over')}</p>
      )}
    </Card>
  ) : null
