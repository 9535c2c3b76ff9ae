/** The civil register's events, as the agency keeps them: changes of name, new cards, deaths of anybody. */
import type { CivilEvent } from '../../../contract/identities.ts'

/** Reads JSON Lines, in the order of the events' numbers. */
export const readEvents = (text: string): CivilEvent[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CivilEvent)
    .sort((one, other) => one.event_no - other.event_no)
