import type { ComponentChildren } from 'preact'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { between } from './between.ts'

/** One thing that happened; give `at` (an instant) or `on` (a day). */
export type TimelineEvent = {
  what: ComponentChildren
  by: string
  at?: string
  on?: string
  more?: ComponentChildren
}

/** What happened, newest first, each with when and by whom. */
export const Timeline = ({ events, t, f }: { events: readonly TimelineEvent[]; t: T; f: F }) => (
  <ol class="timeline">
    {events.map(({ what, by, at, on, more }, place) => (
      <li key={place}>
        <div class="what">{what}</div>
        <div class="small">
          {at ? <time dateTime={at}>{f.dateTime(at)}</time> : on && <time dateTime={on}>{f.date(on)}</time>}
          {between(t)}
          {t('ui.by', { who: by })}
        </div>
        {more}
      </li>
    ))}
  </ol>
)
