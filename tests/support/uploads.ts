/** Returns for tests: rows of the template's columns, and sending one as a browser or a program would. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type Cells, columns, templateHeading } from '../../domain/imports/columns.ts'
import { csvLine } from '../../server/imports/reading/write-return.ts'
import { asActor } from '../../server/platform/database.ts'
import type { AsJob, Job } from '../../server/platform/jobs.ts'
import { type As, asReply, ORIGIN, type Reply, type TestRegister } from './register.ts'

const example: Cells = Object.fromEntries(columns.map(({ column, example }) => [column, example]))

/** A row that is accepted; `n` makes it another conviction of another invented man. */
export const returnRow = (n: number, changes: Cells = {}): Cells => ({
  ...example,
  name_latin: 'Ghulam Rasool',
  cnic: `9${String(n).padStart(11, '0')}1`,
  passport: '',
  other_document: '',
  fir_number: `${n}/23`,
  ...changes,
})

/** A return as CSV, with the count it states if one is given. */
export const csvOf = (rows: readonly Cells[], stated?: number): string =>
  [
    csvLine(columns.map(templateHeading)),
    ...rows.map((cells) => csvLine(columns.map(({ column }) => cells[column] ?? ''))),
    ...(stated === undefined ? [] : [`TOTAL,${stated}\r\n`]),
  ].join('')

/** Sends a file in, as JSON's caller (`api`) or as a form. */
export async function sendFile(
  r: TestRegister,
  who: As,
  bytes: string | Uint8Array,
  { name = 'return.csv', is_form = false }: { name?: string; is_form?: boolean } = {},
): Promise<Reply> {
  const data = new FormData()
  data.append('file', new Blob([typeof bytes === 'string' ? bytes : Buffer.from(bytes)]), name)
  const message = new Response(data)
  const reply = await r.app.inject({
    method: 'POST',
    url: is_form ? '/imports' : '/api/v1/imports',
    headers: {
      origin: ORIGIN,
      cookie: `__Host-amanat=${await who.token()}`,
      'content-type': message.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await message.arrayBuffer()),
  })
  return asReply(reply)
}

/** Runs a job as the queue would, in a session of its own; `around` stands between the job and each transaction. */
export async function runJob(
  r: TestRegister,
  job: Job,
  who: As,
  id: string,
  {
    around = (go) => go(),
    signal = new AbortController().signal,
  }: { around?: <T>(go: () => Promise<T>) => Promise<T>; signal?: AbortSignal } = {},
): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  await r.program.database.gate.query('select sec.open_session($1, $2, $3, $4, $5, $6)', [
    ...[hash, randomUUID(), who.posting_id, 'job', 'en', false],
  ])
  const as: AsJob = (work) =>
    around(() =>
      asActor(r.program.database, token, (tx, session) => {
        if (!session) throw new Error('no session')
        return work(tx, session)
      }),
    )
  await job({ program: r.program, payload: { id, posting_id: who.posting_id }, as, attempt: 25, signal })
}
