// Places as the policies see them: a chain of entities from the nation down.
import type { EntityJson } from '@cedar-policy/cedar-wasm'
import type { Place } from '../../domain/access/actor.ts'

const LEVELS = ['province', 'division', 'district', 'station'] as const

/** How far down a place reaches: -1 is the nation, 3 a station. */
export const depthOf = (place: Place) => LEVELS.findLastIndex((level) => place[level] !== null)

/**
 * The place cut off below a depth; throws on a malformed place. Policies only ask whether a record's place lies in the actor's, so what is
 * below the actor's own level cannot matter, and one national officer needs one decision, not one per station.
 */
export function cutPlace(place: Place, depth: number): Place {
  checkPlace(place)
  return {
    province: depth >= 0 ? place.province : null,
    division: depth >= 1 ? place.division : null,
    district: depth >= 2 ? place.district : null,
    station: depth >= 3 ? place.station : null,
  }
}

/** Adds the entities of a place and of all above it; throws when one place is said to lie in two. */
export function addPlace(entities: Map<string, EntityJson>, place: Place): string {
  let id = addNode(entities, 'nation', 'nation', null)
  for (const level of LEVELS) {
    const code = place[level]
    if (code !== null) id = addNode(entities, `${level}:${code}`, level, id)
  }
  return id
}

function checkPlace(place: Place) {
  for (const level of LEVELS) {
    const code = place[level]
    if (code !== null && (typeof code !== 'string' || code === '')) throw new Error(`place: bad ${level}`)
  }
  // A district may be in no division (Islamabad); every other gap is a fault in the facts.
  const has_gap =
    (place.station !== null && place.district === null) ||
    ((place.district !== null || place.division !== null) && place.province === null)
  if (has_gap) throw new Error('place: a level is named but not the one above it')
}

function addNode(entities: Map<string, EntityJson>, id: string, level: string, parent: string | null) {
  const known = entities.get(id)
  const parents = parent === null ? [] : [{ type: 'Place', id: parent }]
  if (known && JSON.stringify(known.parents) !== JSON.stringify(parents))
    throw new Error('place: in two parents')
  const attrs = { level: { __entity: { type: 'Level', id: level } } }
  entities.set(id, { uid: { type: 'Place', id }, attrs, parents })
  return id
}
