/** Figures of the register as they were published: national, by closed quarter, protected; and what each of them counts. */
import { type Static, Type } from 'typebox'
import { STATISTIC_NAMES } from '../domain/statistics/tables.ts'
import { Code, Day, Instant, Nullable, Shape } from './shape.ts'

const Figure = Shape({
  cell: Type.String(),
  /** A multiple of 5; null where it is withheld: below 10, or one that would tell such a number. */
  figure: Nullable(Type.Integer({ minimum: 0, multipleOf: 5 })),
})

export const PublishedQuarter = Shape({
  /** First day of the quarter. */
  quarter_on: Day,
  /** 1 when first published; null while it is not. */
  revision: Nullable(Type.Integer({ minimum: 1 })),
  counted_on: Nullable(Day),
  figures: Type.Array(Figure),
})
export type PublishedQuarter = Static<typeof PublishedQuarter>

export const StatisticTable = Shape({
  name: Code(STATISTIC_NAMES),
  unit: Code(['count', 'days']),
  /** The oldest first. */
  quarters: Type.Array(PublishedQuarter),
  /** Sums of the figures shown, none for days: at most `most_off` from the truth where `is_whole`, else a sum of what is shown. */
  totals: Type.Array(
    Shape({
      cell: Type.String(),
      figure: Nullable(Type.Integer({ minimum: 0 })),
      most_off: Type.Integer({ minimum: 0 }),
      is_whole: Type.Boolean(),
    }),
  ),
})
export type StatisticTable = Static<typeof StatisticTable>

export const StatisticsReply = Shape({ tables: Type.Array(StatisticTable) })
export type StatisticsReply = Static<typeof StatisticsReply>

export const StatisticNamed = Shape({ name: Code(STATISTIC_NAMES) })

/** One table with its definition, and every version of it that was published. */
export const StatisticReply = Shape({
  table: StatisticTable,
  definition: Shape({
    version: Type.Integer(),
    law: Shape({
      key: Type.String(),
      section: Nullable(Type.String()),
      status: Code(['statute', 'assumed']),
    }),
    /** Tables of the database that are read. */
    sources: Type.Array(Type.String()),
    /** Below it no count is shown. */
    threshold: Type.Integer(),
    /** Figures are multiples of it. */
    step: Type.Integer(),
    /** Days after its end on which a quarter is counted at the earliest. */
    closing_days: Type.Integer(),
  }),
  /** Newest first. */
  versions: Type.Array(
    Shape({
      quarter_on: Day,
      revision: Type.Integer(),
      definition: Type.Integer(),
      counted_on: Day,
      published_at: Instant,
    }),
  ),
})
export type StatisticReply = Static<typeof StatisticReply>
