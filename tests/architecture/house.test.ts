// The house rules that a reader would otherwise have to remember.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { programs, read, sources, templates } from './source.ts'

const MOST_LINES = 400
const paths = (list: { path: string }[]) => list.map((file) => file.path)
const WRITTEN = ['database/schema.sql', 'server/platform/tables.ts'] // by programs, not by hand

describe('a file', () => {
  it(`has at most ${MOST_LINES} lines`, () => {
    const long = sources.filter(
      (f) => !WRITTEN.includes(f.path) && f.text.trimEnd().split('\n').length > MOST_LINES,
    )
    assert.deepEqual(paths(long), [])
  })
  it('is named in small letters and hyphens, a page’s component in capitals', () => {
    const strange = sources.filter((f) => {
      const name = f.path.split('/').at(-1) ?? ''
      // Statements of the second calculator are no migrations: they have names, not numbers.
      const is_statement = /^database\/recompute\/[a-z]+(-[a-z]+)*\.sql$/.test(f.path)
      return (
        !is_statement &&
        !/\.d\.ts$/.test(name) &&
        !/^([a-z0-9]+(-[a-z0-9]+)*(\.test)?\.(ts|cedar)|[A-Z][A-Za-z]*(\.test)?\.tsx|\d{4}_[a-z_]+\.sql|schema\.sql)$/.test(
          name,
        )
      )
    })
    // Functions that return parts of a page, and no component of their own.
    assert.deepEqual(paths(strange), ['pages/drafts/answers.tsx'])
  })
  it('is no place for whatever is left over, and no barrel', () => {
    const vague = sources.filter((f) =>
      /(^|\/)(utils?|helpers?|common|managers?|services?|misc|index)(\.|\/)/.test(f.path),
    )
    // The identity agency's simulator is a service in the plain sense: a process with a protocol.
    assert.deepEqual(paths(vague), ['server/identities/simulator/service.ts'])
    assert.deepEqual(paths(programs.filter((f) => /^export \* from/m.test(f.text))), [])
  })
  it('exports by name', () => {
    // The test runner loads a reporter by its default export.
    const found = programs.filter((f) => /^export default/m.test(f.text))
    assert.deepEqual(paths(found), ['tests/support/worker-reporter.ts'])
  })
})

describe('the text of a program', () => {
  const ours = programs.filter((f) => !f.path.startsWith('tests/architecture/'))
  it('reads the environment in one place', () => {
    const found = ours.filter(
      (f) => !f.is_test && !f.path.startsWith('bench/') && f.text.includes('process.env'),
    )
    // PostgreSQL and the test runner are given the environment of the process that starts them.
    assert.deepEqual(paths(found), [
      'bin/test.ts',
      'server/audit/scratch-log.ts',
      'server/platform/config.ts',
      'server/platform/embedded-postgres.ts',
    ])
  })
  it('marks what is open only as NOTE or as TODO with its number', () => {
    const found = sources.filter(
      (f) =>
        !f.path.startsWith('tests/architecture/') && /\b(FIXME|XXX|HACK)\b|\bTODO(?!\(#\d+\))/.test(f.text),
    )
    assert.deepEqual(paths(found), [])
  })
  it('leaves no test out and picks none', () => {
    const found = ours.filter(
      (f) => f.is_test && /\b(it|test|describe)\.(only|todo)\b|\bonly: true/.test(f.text),
    )
    assert.deepEqual(paths(found), [])
  })
  it('waits in a test for something to be so (`waitFor`), and in a browser never for a time', () => {
    const found = ours.filter(
      (f) =>
        f.path !== 'tests/architecture/house.test.ts' &&
        /\bwaitForTimeout\(|\btries(\+\+| \+= 1)\)/.test(f.text),
    )
    assert.deepEqual(paths(found), [])
  })
  it('has no class but an error or a driver, no enum, no decorator', () => {
    const found = ours.filter((f) =>
      /^(export )?(abstract )?class (?!\w+ extends Error)|^(export )?(const )?enum |^namespace /m.test(
        f.text,
      ),
    )
    assert.deepEqual(paths(found), ['server/platform/database.ts', 'server/platform/flight.ts'])
  })
})

describe('a template of a paper', () => {
  /** A package would be fetched from the network when a paper is printed; a plugin is a program. */
  const strange = (text: string) =>
    [...text.matchAll(/#?\b(?:import|include)\b\s*\(?\s*("[^"]*"|[^\s:]+)|\bplugin\s*\(/g)]
      .map(([whole, from]) => from ?? whole)
      .filter((from) => !/^"[a-z-]+\.typ"$/.test(from))
  it('imports nothing but its neighbours', () => {
    assert.ok(templates.length >= 2)
    assert.deepEqual(
      templates.flatMap(({ path, text }) => strange(text).map((from) => `${path}: ${from}`)),
      [],
    )
  })
  it('would be refused with a package, an address, a variable or a plugin', () => {
    for (const bad of [
      '#import "@preview/cetz:0.3.0": *',
      '#{ import "@local/x:1.0.0" }',
      '#import "../../etc/x.typ"',
      '#let x = "a"\n#import x: *',
      '#include("@preview/a:1.0.0")',
      '#let p = plugin("x.wasm")',
    ])
      assert.equal(strange(bad).length, 1, bad)
    assert.deepEqual(strange('#import "parts.typ": *'), [])
  })
})

type Package = {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}

describe('what the program depends on', () => {
  const own: Package = JSON.parse(read('package.json'))
  const record = read('docs/decisions/0030-dependencies.md')
  it('is counted, and each has its reasons written down', () => {
    const names = Object.keys(own.dependencies)
    assert.equal(names.length, 23)
    assert.deepEqual(
      names.filter((name) => !record.includes(`**${name}**`)),
      [],
    )
    const recorded = [...record.matchAll(/^\*\*([^*]+)\*\*/gm)].map((m) => m[1] ?? '')
    assert.deepEqual(
      recorded.filter((name) => !names.includes(name)),
      [],
    )
  })
  it('is fixed to a version, and runs nothing when it is installed', () => {
    const versions = [own.dependencies, own.devDependencies, own.optionalDependencies].flatMap((of) =>
      Object.entries(of),
    )
    assert.deepEqual(
      versions.filter(([, version]) => !/^\d/.test(version)),
      [],
    )
    assert.match(read('.npmrc'), /^ignore-scripts=true$/m)
    assert.doesNotMatch(read('package-lock.json'), /"resolved": "(?!https:\/\/registry\.npmjs\.org\/|file:)/)
  })
})
