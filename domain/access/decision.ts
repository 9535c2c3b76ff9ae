// What a decision says to the endpoint and to the officer.

/** Words for the officer: what is refused, why, and whom to ask. */
export type Gloss = { en: string; ur: string }

export type Refusal = {
  allowed: false
  /** The policy that refused; null: nothing permits the act to this role; 'error': the decision failed. */
  policy: string | null
  gloss: Gloss
  /** Answer as if the record did not exist: out of place, or a screen that the role lacks. */
  is_hidden: boolean
  /** Present when using the passkey again would turn this refusal into a permission. */
  needs?: 'step_up'
  /** What failed, when the policy is 'error'; for the log, never for the officer. */
  detail?: string
}

export type Decision = { allowed: true; policy: string } | Refusal

/** What only the request knows: why the actor looks, and whether his quota of looks is not used up. */
export type LookContext = { purpose?: string | undefined; has_quota?: boolean | undefined }
