/** The signed head of the log (C2SP tlog-checkpoint): origin, number of leaves, root hash. */
import { type NoteKey, type NoteSigner, openNote, signNote } from './signed-note.ts'

/** The state of a log; `tree_size` in leaves, `root_hash` of 32 bytes. */
export type Checkpoint = { origin: string; tree_size: number; root_hash: Buffer }

const HASH_BYTES = 32

/**
 * The text that is signed: three lines.
 * @example checkpointText({ origin: 'example.org/log', tree_size: 0, root_hash }) // 'example.org/log\n0\n47DEQ…\n'
 */
export const checkpointText = ({ origin, tree_size, root_hash }: Checkpoint): string =>
  `${origin}\n${tree_size}\n${root_hash.toString('base64')}\n`

/**
 * Reads the text of a checkpoint; undefined when it is not one. Lines after the third are another's extension, ignored.
 * @example parseCheckpoint('example.org/log\n0\n47DEQ…\n')?.tree_size // 0
 */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, root, ...more] = text.split('\n')
  if (!origin || !size || !root || more.pop() !== '' || more.includes('')) return undefined
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return undefined
  const root_hash = Buffer.from(root, 'base64')
  if (root_hash.length !== HASH_BYTES || root_hash.toString('base64') !== root) return undefined
  return { origin, tree_size: Number(size), root_hash }
}

/**
 * Signs the state of the log whose origin is the signer's name; returns the note.
 * @example signCheckpoint(0, rootOf([]), signer)
 */
export const signCheckpoint = (tree_size: number, root_hash: Buffer, signer: NoteSigner): string =>
  signNote(checkpointText({ origin: signer.name, tree_size, root_hash }), signer)

/**
 * The checkpoint in a note, if the log's own key signed it for its own origin; else undefined.
 * @example openCheckpoint(signCheckpoint(0, root, signer), signer)?.tree_size // 0
 */
export function openCheckpoint(note: string, key: NoteKey): Checkpoint | undefined {
  const opened = openNote(note, [key])
  const checkpoint = opened && parseCheckpoint(opened.text)
  return checkpoint?.origin === key.name ? checkpoint : undefined
}
