/** What a run was asked to link, as its state keeps it: what differs from it is never gone on with unsaid. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Column } from '../../domain/linking/kinds.ts'

/** Changes when what a state holds changes. */
const FORMAT = 3

export type AskedRun = {
  readonly format: number
  /** SHA-256 of the files: one that was moved or copied is the same. */
  readonly left: string
  readonly right: string | null
  readonly id: string
  readonly right_id: string
  readonly threshold: number
  readonly columns: readonly Column[]
}
type Asked = Omit<AskedRun, 'format'>

/** Describes a run by the content of its files and every option that moves an edge; threads move none. */
export async function describeRun({
  left,
  right,
  id,
  right_id,
  threshold,
  columns,
}: Asked): Promise<AskedRun> {
  const files = { left: await contentHash(left), right: right === null ? null : await contentHash(right) }
  return { format: FORMAT, ...files, id, right_id, threshold, columns }
}

async function contentHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** What differs between a run that was broken off and what is asked now, in words; empty where nothing does. */
export function differencesOf(before: Partial<AskedRun>, now: AskedRun): string[] {
  if (before.format !== now.format) return ['it was made by another version of this program']
  const was = before as AskedRun
  return [
    ...(was.left === now.left ? [] : ['the file of --in has another content']),
    ...rightDiffers(was.right, now.right),
    ...(['id', 'right_id', 'threshold'] as const)
      .filter((name) => was[name] !== now[name] && (name !== 'right_id' || now.right !== null))
      .map((name) => `--${name.replace('_', '-')} was ${was[name]} and is ${now[name]}`),
    ...columnsDiffer(was.columns, now.columns),
  ]
}

function rightDiffers(before: string | null, now: string | null): string[] {
  if (before === now) return []
  if (before === null) return ['--right was not given']
  return [now === null ? '--right was given' : 'the file of --right has another content']
}

function columnsDiffer(before: readonly Column[], now: readonly Column[]): string[] {
  const named = (columns: readonly Column[], name: string) => columns.find((one) => one.name === name)
  const said = [
    ...before.filter(({ name }) => !named(now, name)).map(({ name }) => `column "${name}" is gone`),
    ...now.flatMap((one) => {
      const was = named(before, one.name)
      if (!was) return [`column "${one.name}" is new`]
      if (was.kind !== one.kind) return [`column "${one.name}" was ${was.kind} and is ${one.kind}`]
      const is_same = was.right_name === one.right_name && was.has_frequencies === one.has_frequencies
      return is_same ? [] : [`column "${one.name}" has other options`]
    }),
  ]
  const is_moved = said.length === 0 && now.some(({ name }, at) => before[at]?.name !== name)
  return is_moved ? ['the columns stand in another order'] : said
}
