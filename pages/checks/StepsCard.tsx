import type { CheckShown } from '../../contract/checks.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Card } from '../ui/Card.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { TypedText } from '../ui/TypedText.tsx'

/** What each desk did, newest first. */
export const StepsCard = ({ steps, t, f }: Pick<CheckShown, 'steps'> & { t: T; f: F }) => (
  <Card heading={t('checks.steps')}>
    {steps.length === 0 ? (
      <p class="empty">{t('checks.steps.none')}</p>
    ) : (
      <Timeline
        {...{ t, f }}
        events={steps.toReversed().map(({ act, reason, note, happened_at, done_by }) => ({
          what: t.find(`checks.act.${act}`) ?? act,
          by: done_by[t.language],
          at: happened_at,
          more: (
            <>
              {reason && <p>{t.find(`checks.reason.${reason}`) ?? reason}</p>}
              {note && (
                <p>
                  <TypedText>{note}</TypedText>
                </p>
              )}
            </>
          ),
        }))}
      />
    )}
  </Card>
)
