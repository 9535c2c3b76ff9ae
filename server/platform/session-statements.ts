/** The gate's statements on sessions; migration 0004 has what they do. */
export const OPEN_SESSION = {
  name: 'open_session',
  text: 'select sec.open_session($1, $2, $3, $4, $5, $6) as opened',
}
export const LOCK_SESSION = { name: 'lock_session', text: 'select sec.lock_session($1)' }
export const REFRESH_SESSION = {
  name: 'refresh_session',
  text: 'select sec.refresh_session($1) as refreshed',
}
export const END_SESSION = { name: 'end_session', text: 'select sec.end_session($1)' }
/** Migration 0093: the hash of a new token, an id, the client that calls, and the officer's service number. */
export const OPEN_AGENCY_SESSION = {
  name: 'open_agency_session',
  text: 'select * from sec.open_agency_session($1, $2, $3, $4)',
}
