/** The pieces every contract is made of: closed objects, ids, days, instants. */
import { type TProperties, type TSchema, Type } from 'typebox'

/** An object that refuses unknown keys. */
export const Shape = <P extends TProperties>(
  properties: P,
  options: { $id?: string; description?: string } = {},
) => Type.Object(properties, { additionalProperties: false, ...options })

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const Id = Type.String({ format: 'uuid', description: 'opaque id' })
export const Day = Type.String({ format: 'date', description: "Pakistan day, 'YYYY-MM-DD'" })
export const Instant = Type.String({ format: 'date-time', description: 'instant, ISO UTC' })
/** Free text: never empty, never longer than `most` characters. */
export const Text = (most: number) => Type.String({ minLength: 1, maxLength: most })
export const Code = <const V extends readonly string[]>(values: V) =>
  Type.Unsafe<V[number]>(Type.String({ enum: [...values] }))
/** A name in both languages of the register. */
export const Pair = Shape({ en: Type.String(), ur: Type.String() })
export const None = Shape({})
