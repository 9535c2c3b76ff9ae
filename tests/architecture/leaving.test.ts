// Nothing about a person leaves unrecorded: files are sent by one module, and each says where it is written down.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { programs, type SourceFile } from './source.ts'

const server = programs.filter(({ path, is_test }) => path.startsWith('server/') && !is_test)

/** Sends a file by hand, past the one module that asks whether it is written down. */
const BY_HAND = /content-disposition|\.sendFile\(|reply\s*\.type\('(application\/pdf|text\/csv)/
/** The module, and the checking page, which is public and tells of nobody. */
const MAY = ['server/platform/download.ts', 'server/verify/routes.ts']
const byHand = (files: readonly Pick<SourceFile, 'path' | 'text'>[]) =>
  files.filter(({ path, text }) => !MAY.includes(path) && BY_HAND.test(text)).map(({ path }) => path)

/** Each `file:` of a route without its `leaves:`, by the file and how many. */
const silent = (files: readonly Pick<SourceFile, 'path' | 'text'>[]) =>
  files.flatMap(({ path, text }) => {
    if (!text.includes('endpoint(')) return []
    const routes = text.split(/\bendpoint\(/).slice(1)
    const unsaid = routes.filter((route) => /\bfile: \(/.test(route) && !/\bleaves\b/.test(route))
    return unsaid.length === 0 ? [] : [`${path}: ${unsaid.length}`]
  })

/** Routes that say their file tells of nobody; each is named here, so that one more is a visible act. */
const OF_NOBODY = ['server/imports/routes.ts']

describe('a file', () => {
  it('is sent by one module', () => assert.deepEqual(byHand(server), []))
  it('says where it is written down', () => assert.deepEqual(silent(server), []))
  it('tells of nobody only where that is listed', () => {
    const found = server.filter(({ text }) => /leaves: \(\) => 'nobody'/.test(text)).map(({ path }) => path)
    assert.deepEqual(found, OF_NOBODY)
  })
  it('that would slip by is found', () => {
    const route = "endpoint(app, program, { url: '/x', file: ({ reply }) => csvOf(reply) })"
    assert.deepEqual(silent([{ path: 'server/x/routes.ts', text: route }]), ['server/x/routes.ts: 1'])
    const hand = "reply.header('content-disposition', 'attachment').send(pdf)"
    assert.deepEqual(byHand([{ path: 'server/x/routes.ts', text: hand }]), ['server/x/routes.ts'])
  })
})
