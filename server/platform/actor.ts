/** The actor a policy decides about, from the session the database knows. */
import type { Actor } from '../../domain/access/actor.ts'
import type { AuditActor } from './audit.ts'
import type { Session } from './database.ts'

/** A session opens only for a vetted and trained officer and ends with either (migration 0004). */
export const actorOf = (s: Session): Actor => ({
  officer_id: s.officer_id,
  session_id: s.session_id,
  posting_id: s.posting_id,
  role: s.role,
  unit_id: s.unit_id,
  place: {
    province: s.province_iso,
    division: s.division_en,
    district: s.district_id,
    station: s.station_id,
  },
  is_vetted: true,
  is_trained: true,
  fresh_auth: s.fresh_auth,
  is_locked: s.is_locked,
  ...(s.method === 'agency' ? { through_agency: true } : {}),
})

export const auditActorOf = (s: Session | undefined, request_id: string): AuditActor => ({
  officer_id: s?.officer_id ?? null,
  session_id: s?.session_id ?? null,
  posting_id: s?.posting_id ?? null,
  role: s?.role ?? null,
  request_id,
})
