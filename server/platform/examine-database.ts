/** Looks at a database before the service opens on it: whether its walls stand for the logins that will be used. */
import pg from 'pg'
import { isRemote } from './config.ts'
import { listMigrations } from './migrate.ts'

/** PostgreSQL from which on all we use exists. */
const OLDEST = 160_000

type Seen = {
  login: string
  version: number
  is_super: boolean
  bypasses: boolean
  makes_roles: boolean
  is_owner: boolean
  owned: string[]
  in_plaintext: boolean
}

const LOGIN = `
  select current_user::text as login, current_setting('server_version_num')::int as version,
         r.rolsuper as is_super, r.rolbypassrls as bypasses, r.rolcreaterole as makes_roles,
         exists (select from pg_roles o where o.rolname = 'amanat_owner' and pg_has_role(r.oid, o.oid, 'member')) as is_owner,
         array(select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where pg_has_role(r.oid, c.relowner, 'member') and n.nspname in ('reference', 'access', 'register', 'audit') and c.relkind in ('r', 'p', 'v') order by 1) as owned,
         not coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as in_plaintext
    from pg_roles r where r.rolname = current_user`

const UNGUARDED = `
  select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('reference', 'access', 'register', 'audit') and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`

/** Every fault of the database and of the logins; empty when the service may open. */
export async function examineDatabase(urls: { readonly [of: string]: string }): Promise<string[]> {
  const found = await Promise.all(Object.entries(urls).map(([of, url]) => asLogin(of, url, faultsOfLogin)))
  const schema = urls['app'] ? await asLogin('app', urls['app'], faultsOfSchema) : []
  return [...new Set([...found.flat(), ...schema])]
}

async function asLogin(of: string, url: string, look: (client: pg.Client, url: string) => Promise<string[]>) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await look(client, url)
  } catch (fault) {
    return [
      `the database cannot be asked as the ${of} login: ${fault instanceof Error ? fault.message : fault}`,
    ]
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function faultsOfLogin(client: pg.Client, url: string): Promise<string[]> {
  const { rows } = await client.query<Seen>(LOGIN)
  const [seen] = rows
  if (!seen) return ['the login is not among the roles of the database']
  const { login } = seen
  const faults: [boolean, string][] = [
    [seen.version < OLDEST, 'PostgreSQL is older than 16'],
    [seen.is_super, `${login} is a superuser: no wall holds him`],
    [seen.bypasses, `${login} bypasses row-level security`],
    [seen.makes_roles, `${login} may make roles`],
    [seen.is_owner, `${login} is a member of amanat_owner and could take the walls down`],
    [
      seen.owned.length > 0,
      `${login} owns ${seen.owned.slice(0, 3).join(', ')}${seen.owned.length > 3 ? ' and more' : ''}`,
    ],
    [
      seen.in_plaintext && isRemote(new URL(url.replace('@/', '@localhost/'))),
      `${login} is connected in plaintext`,
    ],
  ]
  return faults.filter(([is_so]) => is_so).map(([, words]) => words)
}

async function faultsOfSchema(client: pg.Client): Promise<string[]> {
  const applied = await client
    .query<{ name: string }>('select name from migration.kysely_migration')
    .then(({ rows }) => rows.map((row) => row.name))
    .catch(() => undefined)
  if (!applied) return ['the schema is not there: npm run migrate -- --owner-url postgres://…']
  const known = listMigrations().map((name) => name.replace('.sql', ''))
  const missing = known.filter((name) => !applied.includes(name))
  const unknown = applied.filter((name) => !known.includes(name))
  const { rows: unguarded } = await client.query<{ name: string }>(UNGUARDED)
  return [
    ...(missing.length > 0 ? [`the schema lacks ${missing.join(', ')}: npm run migrate`] : []),
    ...(unknown.length > 0 ? [`the schema is newer than this program: ${unknown.join(', ')}`] : []),
    ...unguarded.map(({ name }) => `row-level security is not forced on ${name}`),
  ]
}
