/**
 * A flight: statements that go to PostgreSQL in one write and are answered together, with one Sync behind them.
 * pg sends a Sync and a Describe with each statement; each costs PostgreSQL a write and both sides a wake-up, which
 * is as much as a small query. After a statement that fails PostgreSQL runs nothing more of the flight, a commit
 * neither. Decision 0016.
 */
import pg from 'pg'
import utils from 'pg/lib/utils.js'

/** A statement: prepared once a connection where it has a name, else parsed each time. */
export type Statement = { name?: string; text: string }

export type Landed = { rows: Record<string, unknown>[]; command: string; row_count: number }

type Field = { name: string; parse: (text: string) => unknown }

type Passenger = {
  statement: Statement
  values: (string | Buffer | null)[]
  /** Known once a statement of this name has been described on this connection. */
  fields: Field[] | undefined
  landed: Landed
  resolve: (landed: Landed) => void
  reject: (fault: Error) => void
}

/** The part of pg's connection that writes the protocol. */
type Wire = {
  stream: { cork: () => void; uncork: () => void }
  close: (of: { type: 'S'; name: string }) => void
  parse: (statement: { name: string; text: string }) => void
  bind: (of: { statement: string; values: (string | Buffer | null)[] }) => void
  describe: (of: { type: 'P'; name: string }) => void
  execute: (of: { portal: string }) => void
  sync: () => void
}

type RowDescription = { fields: { name: string; dataTypeID: number; format: 'text' }[] }

const preparedOn = new WeakMap<Wire, Map<string, Field[]>>()

/** pg takes only its own Query into a pipeline; of it nothing is used but its place in the queue. */
class Flight extends pg.Query {
  readonly #types: pg.CustomTypesConfig
  readonly #passengers: Passenger[] = []
  #landing = 0
  /** A value that its type's parser refused. */
  #unread: Error | undefined
  #prepared: Map<string, Field[]> = new Map()

  constructor(types: pg.CustomTypesConfig) {
    super({ text: '' })
    this.#types = types
  }

  board(statement: Statement, values: readonly unknown[]): Promise<Landed> {
    return new Promise((resolve, reject) => {
      const landed = { rows: [], command: '', row_count: 0 }
      const prepared = values.map(utils.prepareValue)
      this.#passengers.push({ statement, values: prepared, fields: undefined, landed, resolve, reject })
    })
  }

  override submit = (connection: unknown) => {
    const wire = connection as Wire
    this.#prepared = preparedOn.get(wire) ?? new Map()
    preparedOn.set(wire, this.#prepared)
    wire.stream.cork()
    for (const one of this.#passengers) {
      const { name = '', text } = one.statement
      one.fields = this.#prepared.get(name)
      if (!one.fields) {
        if (name) wire.close({ type: 'S', name }) // an earlier attempt may have got this far; none is no error
        wire.parse({ name, text })
      }
      wire.bind({ statement: name, values: one.values })
      if (!one.fields) wire.describe({ type: 'P', name: '' })
      wire.execute({ portal: '' })
    }
    wire.sync()
    wire.stream.uncork()
  }

  handleRowDescription({ fields }: RowDescription) {
    const one = this.#passengers[this.#landing]
    if (!one) return
    one.fields = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: this.#types.getTypeParser(dataTypeID),
    }))
  }

  handleDataRow({ fields: texts }: { fields: (string | null)[] }) {
    const one = this.#passengers[this.#landing]
    const row: Record<string, unknown> = {}
    let at = 0
    try {
      for (const { name, parse } of one?.fields ?? []) {
        const text = texts[at++] ?? null
        row[name] = text === null ? null : parse(text)
      }
      one?.landed.rows.push(row)
    } catch (fault) {
      this.#unread = fault as Error
    }
  }

  handleCommandComplete({ text }: { text: string }) {
    const one = this.#passengers[this.#landing++]
    if (!one) return
    if (one.statement.name) this.#prepared.set(one.statement.name, one.fields ?? [])
    const words = text.split(' ')
    one.landed.command = words[0] ?? ''
    one.landed.row_count = Number(words.at(-1)) || 0
  }

  handleEmptyQuery() {
    this.#landing++
  }

  handleError(fault: Error) {
    // Those that landed before it are undone with it, or stand in a transaction that can only be rolled back.
    for (const one of this.#passengers) one.reject(fault)
  }

  handleReadyForQuery() {
    if (this.#unread) return this.handleError(this.#unread)
    for (const one of this.#passengers) one.resolve(one.landed)
  }
}

const boarding = new WeakMap<pg.PoolClient, Flight>()

/** The text of each name. A second text under a name would silently run the first where that is prepared already. */
const textOf = new Map<string, string>()

function isOfItsName({ name, text }: Statement): boolean {
  if (!name) return true
  const known = textOf.get(name)
  if (known === undefined) textOf.set(name, text)
  return known === undefined || known === text
}

/** Puts a statement into the client's next flight, which leaves when this turn of work is done. */
export function board(
  client: pg.PoolClient,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<Landed> {
  if (!isOfItsName(statement)) return Promise.reject(new Error(`two statements are named ${statement.name}`))
  let flight = boarding.get(client)
  if (!flight) {
    flight = new Flight(client as unknown as pg.CustomTypesConfig)
    boarding.set(client, flight)
    process.nextTick(depart, client)
  }
  return flight.board(statement, values)
}

/** Sends what has boarded. */
function depart(client: pg.PoolClient): void {
  const flight = boarding.get(client)
  if (!flight) return
  boarding.delete(client)
  client.query(flight as unknown as pg.Submittable)
}
