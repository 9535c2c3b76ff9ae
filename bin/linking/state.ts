/** What a broken-off run leaves beside its output, so that `--resume` goes on after the last finished pass. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import type { Learnt } from '../../domain/linking/learn.ts'
import type { Kept } from '../../domain/linking/run-pass.ts'

export type State = {
  readonly loadLearnt: () => Learnt | undefined
  readonly saveLearnt: (learnt: Learnt) => void
  readonly loadPass: (pass: number) => Kept | undefined
  readonly savePass: (pass: number, kept: Kept) => void
  readonly remove: () => void
}

/** Changes when what a state holds changes. */
const FORMAT = 2

/** Tells runs on the same files with the same map apart from others; files by their path, size and time. */
export function fingerprintOf(files: readonly string[], asked: unknown): string {
  const of = files.map((file) => {
    const { size, mtimeMs } = statSync(file)
    return [file, size, mtimeMs]
  })
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, of, asked]))
    .digest('hex')
}

/** The state of a run in a folder; without `is_resumed`, what an earlier run left there is removed. */
export function openState(folder: string, fingerprint: string, is_resumed: boolean): State {
  const mark = `${folder}/run`
  const is_same = existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint
  if (!is_resumed || !is_same) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(mark, fingerprint)
  const load = <T>(name: string): T | undefined =>
    existsSync(`${folder}/${name}`) ? (deserialize(readFileSync(`${folder}/${name}`)) as T) : undefined
  // Written beside and renamed: a file that is there is whole.
  const save = (name: string, what: unknown) => {
    writeFileSync(`${folder}/${name}.part`, serialize(what))
    renameSync(`${folder}/${name}.part`, `${folder}/${name}`)
  }
  return {
    loadLearnt: () => load('learnt'),
    saveLearnt: (learnt) => save('learnt', learnt),
    loadPass: (pass) => load(`pass-${pass}`),
    savePass: (pass, kept) => save(`pass-${pass}`, kept),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
