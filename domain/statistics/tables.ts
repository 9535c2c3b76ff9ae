/** The tables that leave the register as figures: what each counts, how it is divided, and nothing that was not fixed here. */

/** A count and the parts that it is the sum of; each cell is named once in its table. */
export type Cells = { readonly cell: string; readonly parts?: readonly Cells[] }

/** What one table is of. `version` rises with every change of what is counted; figures published before it are revised. */
export type Statistic = {
  readonly version: number
  readonly unit: 'count' | 'days'
  readonly cells: Cells
  /** What the figures measure: law key, section, and how sure it is. */
  readonly law: {
    readonly key: string
    readonly section: string | null
    readonly status: 'statute' | 'assumed'
  }
  /** The tables of the database that are read. */
  readonly sources: readonly string[]
}

export const MONTHS = ['month_1', 'month_2', 'month_3'] as const
const BY_MONTH: Cells = { cell: 'all', parts: MONTHS.map((cell) => ({ cell })) }
const PROCEDURES = { key: 'SOR-SOP-2024', section: null, status: 'assumed' } as const

export const STATISTIC_NAMES = [
  ...(['entries_expected', 'entries_made', 'entry_days'] as const),
  ...(['checks_asked', 'checks_screened', 'checks_answered', 'checks_refused'] as const),
  'duties_due',
] as const
export type StatisticName = (typeof STATISTIC_NAMES)[number]

/** Every table there is. No other can be asked for, by anybody. */
export const STATISTICS: Readonly<Record<StatisticName, Statistic>> = {
  entries_expected: {
    ...{ version: 1, unit: 'count', law: { key: 'ARITA-2021', section: '24(1)', status: 'statute' } },
    cells: {
      cell: 'all',
      parts: [
        { cell: 'settled', parts: [{ cell: 'entered' }, { cell: 'not_registrable' }] },
        { cell: 'waiting' },
      ],
    },
    sources: ['register.expectation', 'register.draft'],
  },
  entries_made: {
    ...{ version: 1, unit: 'count', law: { key: 'ARITA-2021', section: '24(1)', status: 'statute' } },
    ...{ cells: BY_MONTH, sources: ['register.registration'] },
  },
  entry_days: {
    ...{ version: 1, unit: 'days', law: { key: 'ARITA-2021', section: '15(2)', status: 'statute' } },
    // Not a sum and its part: half of the entries, and nine of ten, took no longer than so many days.
    cells: { cell: 'median', parts: [{ cell: 'nine_tenths' }] },
    sources: ['register.registration', 'register.conviction'],
  },
  checks_asked: {
    version: 1,
    unit: 'count',
    law: PROCEDURES,
    cells: BY_MONTH,
    sources: ['register.check_step'],
  },
  checks_screened: {
    ...{ version: 1, unit: 'count', law: PROCEDURES, sources: ['register.check_step'] },
    cells: { cell: 'all', parts: [{ cell: 'in_time' }, { cell: 'late' }] },
  },
  checks_answered: {
    ...{ version: 1, unit: 'count', law: PROCEDURES, cells: BY_MONTH, sources: ['register.check_answer'] },
  },
  checks_refused: {
    ...{ version: 1, unit: 'count', law: PROCEDURES, cells: BY_MONTH, sources: ['register.check_step'] },
  },
  duties_due: {
    ...{ version: 2, unit: 'count', law: { key: 'SOR-RULES-2023', section: null, status: 'assumed' } },
    cells: {
      cell: 'all',
      parts: [
        { cell: 'kept', parts: [{ cell: 'kept_in_time' }, { cell: 'kept_late' }] },
        { cell: 'missed', parts: [{ cell: 'decided' }, { cell: 'undecided' }] },
      ],
    },
    sources: ['register.duty_due', 'register.breach', 'register.breach_outcome', 'register.identity_link'],
  },
}

/** Every cell of a table, the whole before its parts. */
export const cellsOf = (cells: Cells): readonly string[] => [
  cells.cell,
  ...(cells.parts ?? []).flatMap(cellsOf),
]

/** The cells that are counted; every other is a sum of these. */
export const leavesOf = (cells: Cells): readonly string[] => cells.parts?.flatMap(leavesOf) ?? [cells.cell]
