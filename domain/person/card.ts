// The card of a person: the little that tells one hit of a look-up from another, kept ready beside the record.

/** A name in each script; null where that spelling is not known. */
export type CardName = { latin: string | null; ur: string | null }

export type Card = {
  name: CardName
  father: CardName
  born_year: number | null
  /** Last digits of the CNIC; the rest is shown only by a recorded act. */
  cnic_tail: string | null
}

export type CardFacts = {
  /** Live names, the preferred first. */
  names: readonly { kind: string; script: string; text: string }[]
  /** Live CNIC, where there is one. */
  cnic: string | null
  born_year: number | null
}

const TAIL_DIGITS = 3

/**
 * The card that live facts give: the first name of each kind and script.
 * @example cardOf({ names: [{ kind: 'name', script: 'Latn', text: 'Ali' }], cnic: '91234-5678901-3', born_year: 1988 }).cnic_tail // '013'
 */
export function cardOf({ names, cnic, born_year }: CardFacts): Card {
  const first = (kind: string): CardName => {
    const inScript = (script: string) =>
      names.find((n) => n.kind === kind && n.script === script)?.text ?? null
    return { latin: inScript('Latn'), ur: inScript('Arab') }
  }
  const digits = cnic?.replace(/\D/g, '') ?? ''
  return {
    name: first('name'),
    father: first('father'),
    born_year,
    cnic_tail: digits.slice(-TAIL_DIGITS) || null,
  }
}
