/** The one catalogue of problems (RFC 9457): code → HTTP status. Texts are in pages/language under `errors.<code>`. */
export const PROBLEMS = {
  invalid: 400,
  not_signed_in: 401,
  locked: 401,
  refused: 403,
  step_up_needed: 403,
  cross_origin: 403,
  not_found: 404,
  conflict: 409,
  draft_changed: 409,
  draft_closed: 409,
  draft_not_searched: 409,
  draft_not_ready: 409,
  draft_not_registrable: 409,
  identity_basis_needed: 409,
  already_decided: 409,
  already_entered: 409,
  not_on_register: 409,
  effect_changed: 409,
  approval_changed: 409,
  approval_expired: 409,
  approval_conflict: 409,
  own_approval: 409,
  import_known: 409,
  import_not_ready: 409,
  import_too_large: 413,
  import_unreadable: 422,
  nothing_to_confirm: 409,
  unsupported_media: 415,
  shown_already: 410,
  quota_used: 429,
  too_many: 429,
  link_used: 410,
  passkey_failed: 401,
  credential_waits: 429,
  unavailable: 503,
  unknown: 500,
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** What is wrong with one field: where, which fault, and what the text needs to say it. */
export type FieldProblem = { field: string; code: string; values?: Record<string, string | number> }
