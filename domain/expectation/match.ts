// When a conviction entered on the screen is the one that a return told of.
import { createHash } from 'node:crypto'
import type { Draft, DraftName } from '../draft/draft.ts'
import { squeezed } from '../imports/text.ts'

/** Every way the draft identifies its person: each document, and name with father's name in each script. */
function identitiesOf({ person: { names, documents } }: Draft): string[] {
  const first = (kind: DraftName['kind'], script: DraftName['script']) =>
    squeezed(names.find((name) => name.kind === kind && name.script === script)?.text ?? '')
  const named = (['Latn', 'Arab'] as const).flatMap((script) => {
    const name = first('name', script)
    return name === '' ? [] : [`${name}:${first('father', script)}`]
  })
  return [...documents.map(({ kind, number }) => `${kind}:${squeezed(number)}`), ...named]
}

/**
 * Keys of a draft's conviction: FIR, day of the judgment, and the person, one key for each way he is identified. The
 * sections are left out, since a return and an officer seldom write the same ones. To be keyed (HMAC) before storing.
 * @returns keys of 64 hexadecimal digits; none while the FIR, the judgment or the person is not known
 * @law ARITA-2021 s.24 (each conviction is entered, once)
 * @example matchKeys({ ...draft, conviction: { ...draft.conviction, fir_number: null } }) // []
 */
export function matchKeys(draft: Draft): string[] {
  const { fir_station, fir_year, fir_number, convicted_on } = draft.conviction
  if (fir_station === null || fir_year === null || fir_number === null || convicted_on === null) return []
  const conviction = [squeezed(fir_station), fir_year, fir_number, convicted_on]
  return [...new Set(identitiesOf(draft))].map((identity) =>
    createHash('sha256')
      .update(JSON.stringify([...conviction, identity]))
      .digest('hex'),
  )
}
