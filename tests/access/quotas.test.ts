// A quota stands for a role only where a policy lets it do something that is counted by it.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Action } from '../../domain/access/actions.ts'
import { ACTIONS } from '../../domain/access/actions.ts'
import type { Role } from '../../domain/access/actor.ts'
import { decide } from '../../server/platform/authorize.ts'
import { openTestRegister } from '../support/register.ts'
import { given, lookAs, posted } from './cast.ts'

/** What each quota counts; giving a purpose for one record counts as a search. */
const COUNTED: Record<string, readonly Action[]> = {
  search: ['search.create', 'person.view'],
  view_person: ['person.view', 'person.timeline'],
  show_number: ['person.show_number'],
  view_photo: ['person.view_photo'],
  ask_check: ['check.ask'],
  emergency: ['emergency.open'],
  print: ['print.reprint', 'calendar.print', 'breach.print', 'exit.certify'],
}

const r = await openTestRegister()

it('every quota is of a role that may do what it counts', async () => {
  const { rows } = await r.root.query('select act, role from register.quota_limit order by act, role')
  assert.ok(rows.length > 20)
  const idle = rows.filter(({ act, role }: { act: string; role: Role }) =>
    (COUNTED[act] ?? []).every(
      (action) => !decide(posted(role), action, given[ACTIONS[action]](), lookAs(role)).allowed,
    ),
  )
  assert.deepEqual(idle, [])
})
