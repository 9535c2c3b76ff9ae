/** Returns of convictions: upload, reading, preview, confirmation, and the files around them. */
import type { FastifyInstance } from 'fastify'
import {
  ColumnGuide,
  ImportConfirm,
  ImportConfirmed,
  ImportId,
  ImportList,
  ImportMoved,
  ImportQuery,
  ImportsAfter,
  ImportUpload,
  ImportUploaded,
  ImportView,
  RefusedFile,
} from '../../contract/imports.ts'
import { paths } from '../../contract/paths.ts'
import { None } from '../../contract/shape.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { columns } from '../../domain/imports/columns.ts'
import { GuidePage } from '../../pages/imports/GuidePage.tsx'
import { ImportPage } from '../../pages/imports/ImportPage.tsx'
import { ImportsPage } from '../../pages/imports/ImportsPage.tsx'
import { recordExport } from '../disclosures/record.ts'
import { decide } from '../platform/authorize.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { getImport } from './confirm.ts'
import { refusedFile, templateFile } from './downloads.ts'
import {
  factsForImport,
  findSameFile,
  type ImportRecord,
  insertImport,
  listImports,
  moveImport,
} from './queries.ts'
import { takeUploads } from './upload.ts'
import { viewImport } from './view.ts'

/** While a return is being read or confirmed, its page is asked for again so often. */
const REFRESH_SECONDS = 2

/** Returns of the actor's own place; the rows themselves are scoped by the database. */
const ownPlace = ({ actor }: { actor: Actor }): FactsOf<'import'> => ({ kind: 'import', place: actor.place })

const isUnderWay = ({ state }: { state: string }) => state === 'reading' || state === 'confirming'

const about = ({ params }: { params: { import_id: string } }) => ({
  ...{ subject_kind: 'import', subject_id: params.import_id },
})

export function importRoutes(app: FastifyInstance, program: Program): void {
  app.register(async (scope) => uploadRoute(scope, program))
  listRoutes(app, program)
  fileRoutes(app, program)
  stateRoutes(app, program)
  confirmRoute(app, program)
}

function uploadRoute(scope: FastifyInstance, program: Program) {
  const uploads = takeUploads(scope, program)
  endpoint(scope, program, {
    ...{ method: 'POST', url: '/imports', summary: 'Upload a return of convictions', status: 201 },
    ...{ access: 'import.upload', facts: ownPlace, audit: 'import.uploaded' },
    event: ({ reply }) => ({ subject_kind: 'import', subject_id: reply?.import_id }),
    ...{ consumes: ['multipart/form-data'], body: ImportUpload, reply: ImportUploaded },
    then: ({ reply }) => `${paths.import(reply.import_id)}${reply.is_known ? '?known=yes' : ''}`,
    form: paths.imports,
    async handle({ tx, body, session }) {
      const upload = uploads.find(body.file)
      if (!upload) throw invalid('file', 'file_missing')
      if (session.district_id === null) throw new Problem('refused')
      const known = await findSameFile(tx, upload.file_hash)
      if (known) return { import_id: known.import_id, is_known: true }
      await insertImport(tx, session, session.district_id, upload)
      await program.jobs.add('import.read', { id: upload.import_id, posting_id: session.posting_id })
      return { import_id: upload.import_id, is_known: false }
    },
  })
}

function listRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/imports', summary: 'Returns of the district, newest first' },
    ...{ access: 'import.view', facts: ownPlace, audit: 'import.listed' },
    ...{ query: ImportsAfter, reply: ImportList, page: ImportsPage },
    handle: async ({ tx, query, actor }) => ({
      ...(await listImports(tx, program.keyring, query.after)),
      may_upload: decide(actor, 'import.upload', ownPlace({ actor })).allowed,
    }),
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/imports/guide', summary: 'The columns of a return' },
    ...{ access: 'import.view', facts: ownPlace, audit: 'import.guide_viewed' },
    ...{ reply: ColumnGuide, page: GuidePage },
    handle: async () => ({
      columns: columns.map(({ column, required, heading, about, example }) => ({
        ...{ column, required, heading, about, example },
      })),
    }),
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/imports/:import_id', summary: 'A return: its state and its rows' },
    ...{ access: 'import.view', audit: 'import.viewed', event: about },
    facts: ({ tx, params }) => factsForImport(program, tx, params.import_id),
    ...{ params: ImportId, query: ImportQuery, reply: ImportView, page: ImportPage },
    refresh_seconds: ({ reply }) => (isUnderWay(reply) ? REFRESH_SECONDS : undefined),
    handle: async ({ tx, params, query, actor, facts }) => ({
      ...(await viewImport(tx, program, await getImport(tx, params.import_id), query)),
      may_decide: decide(actor, 'import.confirm', facts).allowed,
    }),
  })
}

function fileRoutes(app: FastifyInstance, program: Program) {
  for (const format of ['csv', 'xlsx'] as const) {
    endpoint(app, program, {
      ...{ method: 'GET', url: `/imports/template.${format}`, summary: `The template as ${format}` },
      ...{ access: 'import.upload', facts: ownPlace, audit: 'import.template_downloaded' },
      ...{ reply: None, handle: async () => ({}) },
      leaves: () => 'nobody',
      file: ({ session }) => templateFile(format, session.language),
    })
    endpoint(app, program, {
      method: 'GET',
      url: `/imports/:import_id/refused.${format}`,
      summary: `Refused rows with reasons, as ${format}`,
      ...{ access: 'import.download', audit: 'import.refused_downloaded', event: about },
      facts: ({ tx, params }) => factsForImport(program, tx, params.import_id),
      ...{ params: ImportId, reply: RefusedFile },
      leaves: ({ export_id }) => ({ export_id }),
      async handle({ tx, params: { import_id }, session, now }) {
        const { refused_count } = await getImport(tx, import_id)
        const export_id = await recordExport(tx, {
          ...{ kind: 'refused_rows', subject_id: import_id, row_count: refused_count },
          ...{
            fields: columns.map(({ column }) => column),
            taken_by: session.officer_id,
            at: now.toString(),
          },
        })
        return { import_id, export_id }
      },
      file: ({ as, reply: { import_id }, session: { language } }) =>
        refusedFile(as, program.keyring, { import_id, format, language }),
    })
  }
}

/** Stop, go on, cancel: acts that only move the return from one state to another. */
function stateRoutes(app: FastifyInstance, program: Program) {
  const moves = [
    ['stop', 'import.upload', 'import.stopped', ['reading'], 'stopped'],
    ['resume', 'import.upload', 'import.resumed', ['stopped'], 'reading'],
    ['cancel', 'import.cancel', 'import.cancelled', ['reading', 'stopped', 'read', 'failed'], 'cancelled'],
  ] as const
  for (const [act, access, audit, from, to] of moves) {
    endpoint(app, program, {
      ...{ method: 'POST', url: `/imports/:import_id/${act}`, summary: `A return: ${act}`, access, audit },
      facts: ({ tx, params }) => factsForImport(program, tx, params.import_id),
      ...{ event: about, params: ImportId, reply: ImportMoved },
      then: ({ params }) => paths.import(params.import_id),
      form: ({ params }) => paths.import(params.import_id),
      async handle({ tx, params: { import_id }, session, now }) {
        const decided_at = to === 'cancelled' ? now.toString() : undefined
        if (!(await moveImport(tx, import_id, from, to, decided_at))) throw new Problem('conflict')
        if (to === 'reading')
          await program.jobs.add('import.read', { id: import_id, posting_id: session.posting_id })
        return { import_id, state: to }
      },
    })
  }
}

/** Only begins it: the drafts of a large return take longer than a request should. Pressed again it changes nothing. */
function confirmRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    method: 'POST',
    url: '/imports/:import_id/confirm',
    summary: 'Have an expectation and a draft made of each conviction; the return tells how far it has come',
    ...{ access: 'import.confirm', audit: 'import.confirming_begun', event: about },
    facts: ({ tx, params }) => factsForImport(program, tx, params.import_id),
    ...{ params: ImportId, body: ImportConfirm, reply: ImportConfirmed },
    then: ({ params }) => paths.import(params.import_id),
    form: ({ params }) => paths.import(params.import_id),
    async handle({ tx, params: { import_id }, body, session }) {
      const before = await getImport(tx, import_id)
      if (before.state === 'confirmed') return { import_id, state: before.state }
      if (before.state === 'read') assertConfirmable(before, body.is_difference_seen)
      await moveImport(tx, import_id, ['read'], 'confirming')
      const { state } = await getImport(tx, import_id)
      if (state === 'confirmed') return { import_id, state }
      if (state !== 'confirming') throw new Problem('import_not_ready')
      // Asked for again where it stands still: whoever began it may no longer act, and then it goes on in this name.
      await program.jobs.add('import.confirm', { id: import_id, posting_id: session.posting_id })
      return { import_id, state }
    },
  })
}

function assertConfirmable(row: ImportRecord, is_difference_seen: boolean): void {
  const { stated_count, rows_read, accepted_count, warned_count } = row
  if (stated_count !== null && stated_count !== rows_read && !is_difference_seen)
    throw invalid('is_difference_seen', 'imports.difference_unseen')
  if (accepted_count + warned_count === 0) throw new Problem('nothing_to_confirm')
}
