/** What a check of the audit log can find wrong, and how it is said. */

export type Finding =
  | { problem: 'event_changed' | 'body_changed' | 'event_removed'; event_no: number; leaf_index: number }
  | { problem: 'event_inserted'; event_no: number }
  | { problem: 'leaf_missing'; from_index: number; to_index: number; after_event_no: number | undefined }
  | { problem: 'leaf_not_in_tile'; event_no: number | undefined; leaf_index: number }
  | { problem: 'tile_changed' | 'tile_missing' | 'tile_unknown'; level: number; tile_index: number }
  | { problem: 'root_differs'; from_size: number; tree_size: number; event_nos: readonly number[] }
  | { problem: 'checkpoint_unsigned' | 'checkpoint_changed' | 'checkpoint_beyond_leaves'; tree_size: number }
  | { problem: 'leaves_unsigned'; from_size: number; size: number }
  | { problem: 'rolled_back'; known_size: number; size: number }
  | { problem: 'forked'; known_size: number }

const MOST_NAMED = 20

const list = (numbers: readonly number[]): string =>
  numbers.slice(0, MOST_NAMED).join(', ') +
  (numbers.length > MOST_NAMED ? ` and ${numbers.length - MOST_NAMED} more` : '')

/** One sentence that names the event, or the nearest that can be named. */
export function sayFinding(f: Finding): string {
  switch (f.problem) {
    case 'event_changed':
      return `event ${f.event_no} was changed: it is not what leaf ${f.leaf_index} was made of`
    case 'body_changed':
      return `event ${f.event_no} was changed: its encrypted body is not what was committed to`
    case 'event_removed':
      return `event ${f.event_no} was removed: leaf ${f.leaf_index} stands for it`
    case 'event_inserted':
      return `event ${f.event_no} was inserted afterwards: it is in no leaf, and its number was settled`
    case 'leaf_missing':
      return `leaves ${f.from_index} to ${f.to_index} were removed, behind the leaf of event ${f.after_event_no ?? 'none'}`
    case 'leaf_not_in_tile':
      return `the leaf of event ${f.event_no ?? 'unknown'} was changed or moved: tile and leaf ${f.leaf_index} differ`
    case 'tile_changed':
      return `tile ${f.tile_index} of level ${f.level} was changed`
    case 'tile_missing':
      return `tile ${f.tile_index} of level ${f.level} was removed`
    case 'tile_unknown':
      return `tile ${f.tile_index} of level ${f.level} belongs to no tree of this size`
    case 'root_differs':
      return `leaves ${f.from_size} to ${f.tree_size - 1} are not those that were signed: among events ${list(f.event_nos)}`
    case 'checkpoint_unsigned':
      return `the checkpoint of ${f.tree_size} leaves was not signed with the log's key`
    case 'checkpoint_changed':
      return `the checkpoint of ${f.tree_size} leaves says other than its signed note`
    case 'checkpoint_beyond_leaves':
      return `the checkpoint of ${f.tree_size} leaves was signed, but leaves at the end were removed`
    case 'leaves_unsigned':
      return `leaves ${f.from_size} to ${f.size - 1} were added without a checkpoint`
    case 'rolled_back':
      return `the log was rolled back: it signs ${f.size} leaves, the known checkpoint ${f.known_size}`
    case 'forked':
      return `the log was rewritten: its first ${f.known_size} leaves are not those of the known checkpoint`
  }
}
