/** The two shapes in which a browser sends a form, made what the contract reads: an address, and a urlencoded body. */
import type { FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { decodeForm } from './form.ts'

/** A form that is sent as an address (filters) sends also what was left empty. */
export function leaveOutEmpty(query: Record<string, unknown>) {
  for (const [name, value] of Object.entries(query)) if (value === '') delete query[name]
}

export const NO_QUERY = Type.Object({}, { additionalProperties: false })

export const withFormId = (query: TSchema | undefined) =>
  Type.Object(
    {
      ...((query as { properties?: Record<string, TSchema> } | undefined)?.properties ?? {}),
      form: Type.Optional(Type.String({ format: 'uuid' })),
    },
    { additionalProperties: false },
  )

export function decodeBody(body: TSchema | undefined, request: FastifyRequest) {
  if (body && request.body instanceof URLSearchParams) request.body = decodeForm(body, request.body)
  else if (!body && request.body instanceof URLSearchParams) request.body = undefined
}
