/** The interface as an OpenAPI 3.1 document, from the routes alone: no database is asked. */
import { createApp } from '../../server/app.ts'
import { loadAssets } from '../../server/platform/assets.ts'
import type { Program } from '../../server/platform/program.ts'
import { newPaperKeyText, parsePaperSigner } from '../../server/platform/signing.ts'

/** The document, keys in the order of the routes, paths in alphabetical order. */
export async function openapiText(): Promise<string> {
  const nothing = new Map()
  // Adding routes reads of the program only what stands here; handlers, which need the rest, are not run.
  const program = {
    ...{ assets: loadAssets(), origin: 'https://register.example', is_demo: false, approvals: nothing },
    paper_signer: parsePaperSigner(newPaperKeyText()),
  } as unknown as Program
  const app = await createApp(program, { requests_per_minute: 1, onFault: () => undefined })
  await app.ready()
  const document = app.swagger() as { paths?: Record<string, unknown> }
  await app.close()
  const paths = Object.entries(document.paths ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify({ ...document, paths: Object.fromEntries(paths) }, null, 2)}\n`
}
