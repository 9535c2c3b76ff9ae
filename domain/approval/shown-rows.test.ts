import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { shownRows } from './shown-rows.ts'

describe('what a proposal shows', () => {
  const cases: [string, unknown, [string, string | null, string | null][]][] = [
    ['a field before and after', { field: 'name', before: 'Ali', after: 'Aly' }, [['name', 'Ali', 'Aly']]],
    [
      'a value that was not there',
      { before: null, after: { to_on: '2026-01-01' } },
      [['to_on', null, '2026-01-01']],
    ],
    [
      'a value that goes',
      { before: { to_on: '2026-01-01' }, after: { to_on: null } },
      [['to_on', '2026-01-01', null]],
    ],
    [
      'the facts around it, without opaque ids',
      { officer_id: 'x', badge: 'A1', nested: { reason: 'r' } },
      [
        ['badge', null, 'A1'],
        ['nested.reason', null, 'r'],
      ],
    ],
    ['a list in one line', { after: { roles: ['a', 'b'] } }, [['roles', null, 'a, b']]],
    [
      'a truth',
      { before: { is_suspended: false }, after: { is_suspended: true } },
      [['is_suspended', 'false', 'true']],
    ],
    ['nothing at all', 'text', []],
    ['a change of a bare value', { before: 1, after: 2 }, [['value', '1', '2']]],
    ['a list of objects', { after: [{ a: 1 }] }, [['value', null, '{"a":1}']]],
  ]
  for (const [what, shown, rows] of cases) {
    it(what, () =>
      assert.deepEqual(
        shownRows(shown).map((r) => [r.field, r.before, r.after]),
        rows,
      ),
    )
  }
})

describe('a row', () => {
  it('is a change only where before and after were given', () =>
    assert.deepEqual(
      shownRows({ badge: 'A1', before: { role: 'x' }, after: null }).map((row) => [row.field, row.is_change]),
      [
        ['badge', false],
        ['role', true],
      ],
    ))
})
