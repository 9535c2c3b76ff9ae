/** Turns a urlencoded form into the JSON its contract asks for: by the contract's types, and nowhere else. */
import type { TSchema } from 'typebox'

type Tree = { [key: string]: string | string[] | Tree }
type Schema = {
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  additionalProperties?: boolean | Schema
}

/** Splits `custody.0.from_on=…` into nested keys; a key given twice becomes a list. */
export function treeOf(pairs: Iterable<[string, string]>): Tree {
  const tree: Tree = Object.create(null)
  for (const [path, value] of pairs) {
    const keys = path.split('.')
    let at = tree
    for (const key of keys.slice(0, -1)) {
      const next = at[key]
      const inner = typeof next === 'object' && !Array.isArray(next) ? next : (Object.create(null) as Tree)
      at[key] = inner
      at = inner
    }
    const last = keys.at(-1) ?? path
    const before = at[last]
    at[last] =
      before === undefined ? value : [...(Array.isArray(before) ? before : [before as string]), value]
  }
  return tree
}

const isNullable = (schema: Schema) => schema.anyOf?.some((s) => s.type === 'null') ?? false
const core = (schema: Schema): Schema => schema.anyOf?.find((s) => s.type !== 'null') ?? schema

/** One value by its type. An empty text is null where null is allowed and absent elsewhere; the contract then judges. */
function convert(given: Tree[string] | undefined, schema: Schema): unknown {
  const wanted = core(schema)
  if (wanted.type === 'object') return convertObject(given, wanted)
  if (wanted.type === 'array') return convertArray(given, wanted)
  if (wanted.type === 'boolean')
    return given === undefined
      ? false
      : given === 'on' || given === 'true'
        ? true
        : given === 'false'
          ? false
          : given
  if (given === undefined) return undefined
  if (typeof given !== 'string') return given
  const text = given.trim()
  if (text === '') return isNullable(schema) ? null : undefined
  if (wanted.type === 'integer' || wanted.type === 'number') {
    const number = Number(asciiDigits(text))
    return Number.isFinite(number) ? number : text
  }
  return text.replaceAll('\r\n', '\n')
}

function convertObject(given: Tree[string] | undefined, schema: Schema): unknown {
  if (given === undefined || typeof given === 'string' || Array.isArray(given))
    given = Object.create(null) as Tree
  const made: Record<string, unknown> = {}
  const properties = schema.properties ?? {}
  for (const [key, wanted] of Object.entries(properties)) {
    const value = convert(given[key], wanted)
    if (value !== undefined) made[key] = value
  }
  // Unknown keys are kept, so that the contract refuses them by name.
  for (const key of Object.keys(given)) if (!(key in properties)) made[key] = given[key]
  return made
}

/** Lists come as a repeated key, or as numbered rows; rows left wholly empty are dropped. */
function convertArray(given: Tree[string] | undefined, schema: Schema): unknown {
  const items = schema.items ?? {}
  if (given === undefined) return []
  const list =
    typeof given === 'string'
      ? [given]
      : Array.isArray(given)
        ? given
        : Object.keys(given)
            .sort((a, b) => Number(a) - Number(b))
            .map((k) => given[k])
  return list
    .filter((one) => !isEmpty(one))
    .map((one) => convert(one, items))
    .filter((one) => one !== undefined)
}

const isEmpty = (one: Tree[string] | undefined): boolean =>
  one === undefined ||
  (typeof one === 'string' ? one.trim() === '' : Object.values(one).every((v) => isEmpty(v as Tree[string])))

const asciiDigits = (text: string) => text.replace(/[۰-۹٠-٩]/g, (d) => String((d.codePointAt(0) ?? 0) & 0xf))

/** The body of a form post as its contract's JSON. */
export const decodeForm = (schema: TSchema, pairs: Iterable<[string, string]>): unknown =>
  convertObject(treeOf(pairs), schema as Schema)
