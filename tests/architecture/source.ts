/** The project's own files, and what each imports. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const ROOMS = [
  'bin',
  'law',
  'domain',
  'contract',
  'policies',
  'database',
  'server',
  'pages',
  'islands',
  'paper',
  'verifier',
  'bench',
  'tests',
]

export type SourceFile = { path: string; text: string; is_test: boolean }

const list = (extensions: string): SourceFile[] =>
  globSync(`{${ROOMS.join(',')}}/**/*.${extensions}`, { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({
      path,
      text: read(path),
      is_test: /\.test\.tsx?$/.test(path) || path.startsWith('tests/'),
    }))

export const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8')

export const programs = list('{ts,tsx}')
export const sources = [...programs, ...list('{sql,cedar}')]
export const templates = list('typ')

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

export type Import = { from: string; to: string; is_ours: boolean }

/** Every import of a file: ours by path, others by package name. */
export function importsOf({ path, text }: Pick<SourceFile, 'path' | 'text'>): Import[] {
  return [...text.matchAll(IMPORT)].map(([, from, bare, dynamic]) => {
    const target = from ?? bare ?? dynamic ?? ''
    const is_ours = target.startsWith('.')
    const name = target.startsWith('@')
      ? target.split('/').slice(0, 2).join('/')
      : (target.split('/')[0] ?? '')
    return { from: path, to: is_ours ? posix.normalize(`${dirname(path)}/${target}`) : name, is_ours }
  })
}
