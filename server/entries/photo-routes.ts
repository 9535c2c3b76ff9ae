// A photograph of a person on the register: the form, and the upload.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { PersonId, PhotoAdded, PhotoForm, PhotoUpload } from '../../contract/entries.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { AddPhotoPage } from '../../pages/entries/AddPhotoPage.tsx'
import { hasConflict } from '../approvals/queries.ts'
import { tokenOf } from '../platform/cookies.ts'
import { asActor, type RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { addPhoto, PHOTO_BYTES } from './photo.ts'

const about = ({ params }: { params: { person_id: string } }) => ({
  ...{ subject_kind: 'person', subject_id: params.person_id },
})

export function photoRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/people/:person_id/photos/new', summary: 'The form for a photograph' },
    ...{ access: 'person.add_photo', audit: 'photo.form_opened', params: PersonId, event: about },
    facts: (given) => factsForPhoto(program, given),
    ...{ reply: PhotoForm, page: AddPhotoPage, is_page_only: true },
    handle: ({ tx, params }) => getRecord(tx, params.person_id),
  })
  app.register(async (scope) => addUpload(scope, program))
}

function addUpload(scope: FastifyInstance, program: Program) {
  const files = takePhotos(scope, program)
  endpoint(scope, program, {
    ...{ method: 'POST', url: '/people/:person_id/photos', summary: 'Add a photograph', status: 201 },
    ...{ access: 'person.add_photo', audit: 'photo.added', params: PersonId, event: about },
    facts: (given) => factsForPhoto(program, given),
    ...{ consumes: ['multipart/form-data'], body: PhotoUpload, reply: PhotoAdded },
    then: ({ params }) => paths.person(params.person_id),
    form: ({ params }) => paths.newPhoto(params.person_id),
    async handle({ tx, params, body, session }) {
      const bytes = files.get(body.photo)
      if (!bytes) throw invalid('photo', 'file_missing')
      const photo_id = await addPhoto(tx, program, session, params.person_id, {
        ...{ bytes, taken_on: body.taken_on ?? null, source_kind: 'identity' },
      })
      return { photo_id, person_id: params.person_id }
    },
  })
}

/** Reads the file before the transaction begins, for those signed in; it is forgotten with the reply. */
function takePhotos(scope: FastifyInstance, program: Program): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  const idOf = (request: FastifyRequest) => (request.body as { photo?: string } | undefined)?.photo ?? ''
  scope.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) throw new Problem('unsupported_media')
    request.body = { photo: 'none' }
    const is_open = await asActor(program.database, tokenOf(request), async (_tx, s) => s && !s.is_locked)
    if (!is_open) return // the endpoint says why, and records it
    const part = await request.file({ limits: { fileSize: PHOTO_BYTES } })
    if (!part?.filename) return
    const photo = randomUUID()
    files.set(photo, await part.toBuffer())
    const taken_on = part.fields['taken_on']
    const day = taken_on && 'value' in taken_on ? String(taken_on.value) : ''
    request.body = { photo, ...(day === '' ? {} : { taken_on: day }) }
  })
  scope.addHook('onResponse', async (request) => void files.delete(idOf(request)))
  return files
}

/** The person's place and a declared conflict; undefined when he is not visible. */
async function factsForPhoto(
  program: Program,
  { params, actor, tx }: { params: { person_id: string }; actor: Actor; tx: RegisterTx },
): Promise<FactsOf<'person'> | undefined> {
  const person = await tx
    .selectFrom('register.person')
    .select(['station_id', 'closed_at'])
    .where('person_id', '=', params.person_id)
    .executeTakeFirst()
  if (!person) return undefined
  const has_conflict = await hasConflict(tx, actor.officer_id, [params.person_id])
  const is_closed = person.closed_at !== null
  const place = program.places.ofStation(person.station_id)
  return { kind: 'person', place, has_conflict, is_closed, is_off_register: is_closed }
}

const getRecord = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.person')
    .select(['person_id', 'record_number'])
    .where('person_id', '=', person_id)
    .executeTakeFirstOrThrow()
