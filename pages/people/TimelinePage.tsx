import { paths } from '../../contract/paths.ts'
import type { PersonTimeline } from '../../contract/people.ts'
import { Card } from '../ui/Card.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Timeline } from '../ui/Timeline.tsx'
import { timelineEvents } from './events.ts'
import { PersonFrame } from './PersonFrame.tsx'

/** S12, first half: everything that happened, newest first. */
export const TimelinePage = (props: PageProps<PersonTimeline>) => {
  const { person, events, next, t, f } = props
  const here = paths.personTab(person.person_id, 'timeline')
  return (
    <PersonFrame {...props} tab="timeline" title={t('people.title.timeline')}>
      <Card heading={t('people.tab.timeline')}>
        {events.length === 0 ? (
          <p class="empty">{t('people.timeline.none')}</p>
        ) : (
          <Timeline events={timelineEvents(events, t)} {...{ t, f }} />
        )}
        <Pager
          first_href={next ? here : null}
          next_href={next && `${here}?after=${encodeURIComponent(next)}`}
          shown_count={events.length}
          t={t}
        />
      </Card>
    </PersonFrame>
  )
}
