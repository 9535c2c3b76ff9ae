/** How a person leaves the register: by a court's order or at the end of the period, with a certificate. */
import { type Static, Type } from 'typebox'
import { spoken_languages } from '../domain/serving/language.ts'
import { NamePair } from './searches.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const EXIT_GROUNDS = ['acquittal', 'set_aside', 'ended', 'law_change'] as const
export const HANDED_HOW = ['in_person', 'by_post', 'to_representative', 'not_found'] as const

/** What the certificate says of the person; kept sealed with the exit. */
export const ExitAbout = Shape({
  name: NamePair,
  father: NamePair,
  record_number: Type.String(),
  /** Of the order; empty where the period ended or the entry named none. */
  court: Type.String(),
  order_number: Type.String(),
  order_on: Nullable(Day),
  /** In which the certificate is read out to him; left out of exits begun before it was asked. */
  language: Type.Optional(Nullable(Code(spoken_languages))),
})
export type ExitAbout = Static<typeof ExitAbout>

const Fields = {
  person_id: Id,
  ground: Code(EXIT_GROUNDS),
  /** First day no longer on the register. */
  left_on: Day,
  station: Pair,
  name: NamePair,
  record_number: Type.String(),
}

/** A certificate that waits to be handed over; without an exit yet where only the period ended. */
export const ExitWaiting = Shape({ exit_id: Nullable(Id), ...Fields, has_certificate: Type.Boolean() })
export const ExitList = Shape({ exits: Type.Array(ExitWaiting) })
export type ExitList = Static<typeof ExitList>

export const Exit = Shape({
  exit_id: Id,
  ...Fields,
  about: ExitAbout,
  begun_at: Instant,
  begun_by: Pair,
  prints: Type.Array(Shape({ print_id: Id, print_number: Type.String(), printed_at: Instant, by: Pair })),
  handed: Nullable(Shape({ on: Day, how: Code(HANDED_HOW), by: Pair, at: Instant })),
  reversed_at: Nullable(Instant),
  may: Shape({ certify: Type.Boolean(), hand_over: Type.Boolean(), open_record: Type.Boolean() }),
})
export type Exit = Static<typeof Exit>

export const ExitId = Shape({ exit_id: Id })
/** Begins the exit of somebody whose period ended. */
export const ExitBegun = Shape({ exit_id: Id })
export const CertificateMade = Shape({ exit_id: Id, print_id: Id })
export const HandedOver = Shape({ handed_on: Day, handed_how: Code(HANDED_HOW) })
export type HandedOver = Static<typeof HandedOver>
