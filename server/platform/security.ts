/** How a caller proves himself, as the OpenAPI document says it: an officer by his session, an agency's system by its token. */
export const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-amanat',
    description: 'The session of an officer who signed in. Writes need the register’s own Origin.',
  },
  agency: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'at+jwt',
    description:
      'An access token of the police identity provider (client credentials, scope checks). The header Officer names the service number of the officer for whom the system acts; every POST has an Idempotency-Key. See docs/agencies/checks.md.',
  },
} as const

/** What opens every act. */
export const SESSION_ALONE: Record<string, string[]>[] = [{ session: [] }]
/** What opens an act that an agency's system may do in the name of its officer. */
export const BOTH: Record<string, string[]>[] = [{ session: [] }, { agency: [] }]
