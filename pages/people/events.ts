import type { PersonEvent } from '../../contract/people.ts'
import type { T } from '../language/translator.ts'
import type { TimelineEvent } from '../ui/Timeline.tsx'

/** Events in the reader's words. */
export const timelineEvents = (events: readonly PersonEvent[], t: T): TimelineEvent[] =>
  events.map(({ kind, at, on, by }) => ({
    what: t(`people.event.${kind}`),
    by: by[t.language],
    ...(at ? { at } : {}),
    ...(on ? { on } : {}),
  }))
