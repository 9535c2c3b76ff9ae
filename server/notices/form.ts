import type { NoticeForm } from '../../contract/notices.ts'
import { dayOfInstant, instantAt, isoOf } from '../../domain/calendar/dates.ts'
import { untold } from '../../domain/notice/with-notice.ts'
import { readPeopleFacts } from '../duties/compute.ts'
import { type Looking, openPerson } from '../people/head.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import { Problem } from '../platform/problem.ts'

/** The form of a notice: now as the instant of receipt, and the changes and trips that nobody has told of. */
export async function openForm(looking: Looking): Promise<NoticeForm> {
  const { tx, params, now, actor, facts } = looking
  if (!decide(actor, 'notice.record', facts).allowed) throw new Problem('not_found')
  const [{ head, key }, people] = await Promise.all([
    openPerson(looking),
    readPeopleFacts(tx, [params.person_id]),
  ])
  const rows = people.get(params.person_id)
  if (!key || !rows) throw new Problem('not_found')
  return {
    person: head,
    ...momentOf(now),
    untold: untold(rows).map(({ about_id, duty, happens }) => ({
      ...{
        about_id,
        duty,
        happens_on: happens.includes('T') ? isoOf(dayOfInstant(instantAt(happens))) : happens,
      },
    })),
    districts: districtsFrom(looking),
  }
}

/** Now as Pakistan's day and time, for the boxes of a form. */
export const momentOf = (now: Temporal.Instant) => ({
  received_on: pakistanDay(now),
  received_time: timeOf(now),
})
export const timeOf = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('Asia/Karachi').toPlainTime().toString({ smallestUnit: 'minute' })

/** The districts to choose from: the person's own first, then his province's, then the others, by name. */
function districtsFrom({ program, facts }: Looking): NoticeForm['districts'] {
  const { districts } = program.places
  const own = districts.get(facts.district_id)
  const rank = (id: string, province: string) =>
    id === own?.district_id ? 0 : province === own?.province_iso ? 1 : 2
  return [...districts.values()]
    .sort(
      (a, b) =>
        rank(a.district_id, a.province_iso) - rank(b.district_id, b.province_iso) ||
        a.name_en.localeCompare(b.name_en, 'en'),
    )
    .map(({ district_id, name_en, name_ur }) => ({ district_id, en: name_en, ur: name_ur }))
}
