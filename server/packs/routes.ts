/** Rule packs: what is in force, drafting another, proposing its day, undoing it. The decision is an approval like any other. */
import type { FastifyInstance } from 'fastify'
import {
  Pack,
  PackBegun,
  PackList,
  PackOf,
  PackProposed,
  PackUndone,
  PackValueChanged,
} from '../../contract/packs.ts'
import { paths } from '../../contract/paths.ts'
import { Id, Shape } from '../../contract/shape.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { printPackValue } from '../../domain/law/pack-value.ts'
import { findSource, listSources } from '../../law/sources.ts'
import { PackPage } from '../../pages/packs/PackPage.tsx'
import { PacksPage } from '../../pages/packs/PacksPage.tsx'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { beginPack, changeValue, proposePack, proposeReversal } from './propose.ts'
import { type AnyValues, findPackHead, getValues, listInForce, listPackHeads } from './queries.ts'

const packFacts = (): FactsOf<'pack'> => ({ kind: 'pack', place: null })
const Begun = Shape({ pack_id: Id })
const Proposed = Shape({ approval_id: Id })
type Named = { title_en: string; title_ur: string }
const titleOf = ({ title_en, title_ur }: Named) => ({ en: title_en, ur: title_ur })
const mayDraft = (role: string) => role === 'legal_officer'

export function packRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/packs', summary: 'Rule packs, and which are in force' },
    ...{ access: 'pack.view', facts: packFacts, audit: 'pack.listed', reply: PackList, page: PacksPage },
    async handle({ tx, actor }) {
      const [heads, in_force] = await Promise.all([listPackHeads(tx), listInForce(tx)])
      const packs = heads.map(({ pack_id, pack, drafted_by, ...named }) => ({
        ...{ pack_id, pack, title: titleOf(named), is_shipped: drafted_by === null },
        in_force: inForceOf(in_force, pack_id),
      }))
      return { packs, may_draft: mayDraft(actor.role) }
    },
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/packs/:pack_id', summary: 'One rule pack, value by value', params: PackOf },
    ...{ access: 'pack.view', facts: packFacts, audit: 'pack.viewed', reply: Pack, page: PackPage },
    event: ({ params }) => ({ subject_kind: 'pack', subject_id: params.pack_id }),
    handle: async ({ tx, params, actor }) => ({
      ...(await describePack(tx, params.pack_id)),
      may_draft: mayDraft(actor.role),
    }),
  })
  draftingRoutes(app, program)
}

const inForceOf = (rows: Awaited<ReturnType<typeof listInForce>>, pack_id: string) =>
  rows
    .filter((row) => row.pack_id === pack_id)
    .map(({ in_force_id, from_on, law_change_id, is_reversed }) => ({
      ...{ in_force_id, from_on, law_change_id },
      is_reversed: Boolean(is_reversed),
    }))

async function describePack(tx: RegisterTx, pack_id: string) {
  const head = await findPackHead(tx, pack_id)
  if (!head) throw new Problem('not_found')
  const base = head.based_on_id === null ? undefined : await findPackHead(tx, head.based_on_id)
  const [values, before, in_force] = await Promise.all([
    getValues(tx, pack_id),
    base ? getValues(tx, base.pack_id) : ({} as AnyValues),
    listInForce(tx),
  ])
  return {
    ...{ pack_id, pack: head.pack, title: titleOf(head), is_shipped: head.drafted_by === null },
    ...{ in_force: inForceOf(in_force, pack_id), based_on: base ? titleOf(base) : null },
    values: Object.entries(values).map(([name, { value, basis, section, status, reason_en, reason_ur }]) => {
      const [now, old] = [printPackValue(value), before[name] && printPackValue(before[name].value)]
      const source = findSource(basis)
      return {
        ...{
          name,
          value: now,
          before: old === undefined || old === now ? null : old,
          basis,
          section,
          status,
        },
        basis_title: source ? titleOf(source) : { en: basis, ur: basis },
        reason: { en: reason_en, ur: reason_ur },
      }
    }),
    sources: listSources().map((source) => ({ key: source.key, title: titleOf(source) })),
  }
}

const event = ({ params }: { params: { pack_id: string } }) => ({
  ...{ subject_kind: 'pack', subject_id: params.pack_id },
})
const toPack = ({ params }: { params: { pack_id: string } }) => paths.pack(params.pack_id)

function draftingRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/packs', summary: 'Begin a rule pack as a copy of another', body: PackBegun },
    ...{ access: 'pack.draft', facts: packFacts, audit: 'pack.begun', reply: Begun, status: 201 },
    form: () => paths.packs(),
    then: ({ reply }) => paths.pack(reply.pack_id),
    event: ({ reply }) => ({ subject_kind: 'pack', subject_id: reply?.pack_id }),
    handle: async ({ body, ...asking }) => ({ pack_id: await beginPack({ ...asking, program }, body) }),
  })
  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/packs/:pack_id/values',
      summary: 'Change one value of a draft',
      params: PackOf,
    },
    ...{ access: 'pack.draft', facts: packFacts, audit: 'pack.changed', body: PackValueChanged, status: 201 },
    ...{ reply: Begun, form: toPack, event },
    then: ({ reply }) => paths.pack(reply.pack_id),
    async handle({ params, body, ...asking }) {
      await changeValue({ ...asking, program }, params.pack_id, body)
      return { pack_id: params.pack_id }
    },
  })
  proposingRoutes(app, program)
}

function proposingRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/packs/:pack_id/proposals', summary: 'Propose the day a draft holds from' },
    ...{
      access: 'pack.propose',
      facts: packFacts,
      audit: 'pack.proposed',
      params: PackOf,
      body: PackProposed,
    },
    ...{ reply: Proposed, status: 201, form: toPack, event },
    then: ({ reply }) => paths.approval(reply.approval_id),
    handle: async ({ params, body, ...asking }) => ({
      approval_id: await proposePack({ ...asking, program }, params.pack_id, body),
    }),
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/packs/:pack_id/reversals', summary: 'Propose to undo a pack in force' },
    ...{ access: 'pack.propose', facts: packFacts, audit: 'pack.proposed', params: PackOf, body: PackUndone },
    ...{ reply: Proposed, status: 201, form: toPack, event },
    then: ({ reply }) => paths.approval(reply.approval_id),
    handle: async ({ params, body, ...asking }) => ({
      approval_id: await proposeReversal({ ...asking, program }, params.pack_id, body),
    }),
  })
}
