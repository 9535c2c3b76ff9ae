import type { ComponentChildren } from 'preact'

/** One column: its head, and what a row shows there. */
export type Column<Row> = {
  head: string
  cell: (row: Row) => ComponentChildren
  /** The cell that names the row, read out before the others. */
  is_name?: boolean
  /** Figures line up at their end. */
  is_number?: boolean
}

type TableOptions<Row> = {
  caption: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  /** What to say when there are no rows. */
  empty: string
  /** The caption is read out but not seen: for a table under a heading that says the same. */
  is_caption_hidden?: boolean
}

/** A table whose rows become cards on a narrow screen. */
export function Table<Row>({ caption, rows, columns, empty, is_caption_hidden }: TableOptions<Row>) {
  if (rows.length === 0) return <p class="empty">{empty}</p>
  return (
    <table>
      <caption class={is_caption_hidden ? 'unseen' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, is_number }) => (
            <th key={head} scope="col" class={is_number ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>{columns.map((column) => cellOf(column, row))}</tr>
        ))}
      </tbody>
    </table>
  )
}

function cellOf<Row>({ head, cell, is_name, is_number }: Column<Row>, row: Row) {
  const shared = { key: head, 'data-head': head, class: is_number ? 'number' : undefined }
  return is_name ? (
    <th scope="row" {...shared}>
      {cell(row)}
    </th>
  ) : (
    <td {...shared}>{cell(row)}</td>
  )
}
