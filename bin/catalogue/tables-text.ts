/** The row types of every table, as the text of server/platform/tables.ts, from a migrated database. */
import type pg from 'pg'

const COLUMNS = `
  select n.nspname as schema, c.relname as table, a.attname as column, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) as type,
         a.attnotnull as required, (a.atthasdef or a.attidentity <> '') as has_default,
         (select pg_get_constraintdef(k.oid) from pg_constraint k
           where k.contype = 'c' and (k.conrelid = c.oid and k.conkey = array[a.attnum] or k.contypid = t.oid)
             and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%' limit 1) as allowed
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    join pg_type t on t.oid = a.atttypid
   where n.nspname in ('reference', 'access', 'register', 'audit') and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
   order by n.nspname collate "C", c.relname collate "C", a.attnum`

type Column = {
  schema: string
  table: string
  column: string
  type: string
  required: boolean
  has_default: boolean
  allowed: string | null
}

const BASE: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  'character varying': 'string',
  date: 'string',
  'timestamp with time zone': 'string',
  integer: 'number',
  bigint: 'number',
  smallint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  jsonb: 'unknown',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
}

function typeOf(c: Column): string {
  const listed = c.allowed?.match(/ARRAY\[(.*)\]/)?.[1]?.matchAll(/'([^']*)'::text/g)
  const base = listed ? [...listed].map((m) => `'${m[1]}'`).join(' | ') : BASE[c.type]
  if (!base) throw new Error(`no type for ${c.schema}.${c.table}.${c.column}: ${c.type}`)
  const full = c.required || base === 'unknown' ? base : `${base} | null`
  return c.has_default ? `Generated<${full}>` : full
}

/** The text, before formatting; throws for a column whose type has no counterpart. */
export async function tablesText(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS)
  const tables = Map.groupBy(rows, (c) => `${c.schema}.${c.table}`)
  const lines = [
    '// Written by bin/tables.ts from the migrated database. Do not edit.',
    "import type { Generated } from 'kysely'",
    '',
    '/** Every table the program may name, by schema and name. */',
    'export type Tables = {',
    ...[...tables].flatMap(([name, columns]) => [
      `  '${name}': {`,
      ...columns.map((c) => `    ${c.column}: ${typeOf(c)}`),
      '  }',
    ]),
    '}',
    '',
  ]
  return lines.join('\n')
}
