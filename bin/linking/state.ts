/** What a broken-off run leaves beside its output, so that `--resume` goes on after the last finished pass. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import type { Learnt } from '../../domain/linking/learn.ts'
import type { Kept } from '../../domain/linking/run-pass.ts'
import { type AskedRun, differencesOf } from './asked-run.ts'

export type State = {
  readonly loadLearnt: () => Learnt | undefined
  readonly saveLearnt: (learnt: Learnt) => void
  readonly loadPass: (pass: number) => Kept | undefined
  readonly savePass: (pass: number, kept: Kept) => void
  readonly remove: () => void
}

/** The run that was broken off linked something else; the message says in one line what. */
export class NotResumable extends Error {}

/** How a run begins: anew, going on with what was broken off, or going on where that is the same and else anew. */
export type Beginning = 'anew' | 'resume' | 'resume_or_restart'

const markOf = (folder: string) => `${folder}/run`

/** What the run in a folder was asked for; null: there is none. */
function findRun(folder: string): Partial<AskedRun> | null {
  if (!existsSync(markOf(folder))) return null
  try {
    return JSON.parse(readFileSync(markOf(folder), 'utf8')) as Partial<AskedRun>
  } catch {
    return {}
  }
}

/**
 * Whether a run goes on with what lies in the folder; nothing there is touched.
 * @throws NotResumable where that was of something else
 */
export function mayResume(
  folder: string,
  run: AskedRun,
  beginning: Beginning,
  say: (what: string) => void,
): boolean {
  if (beginning === 'anew') return false
  const before = findRun(folder)
  if (before === null) say('there is no run to go on with: it begins anew')
  if (before === null) return false
  const differences = differencesOf(before, run)
  if (differences.length === 0) return true
  const what = differences.join('; ')
  if (beginning === 'resume')
    throw new NotResumable(`the run that was broken off differs: ${what}. --restart begins anew`)
  say(`the run that was broken off differs: ${what}. It begins anew`)
  return false
}

/** The state of a run in a folder; unless it goes on, what an earlier run left there is removed. */
export function openState(folder: string, run: AskedRun, is_resumed: boolean): State {
  if (!is_resumed) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(markOf(folder), JSON.stringify(run))
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
