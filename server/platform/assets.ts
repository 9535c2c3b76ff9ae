/** Styles, fonts and islands: bundled once at start, addressed by their hash, sent compressed and cached for ever. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { buildSync, transformSync } from 'esbuild'

export type Asset = { type: string; body: Buffer; brotli: Buffer | undefined }

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Builds every asset; `href('register.css')` gives its hashed address, and throws for one that does not exist. */
export function loadAssets(): { files: Map<string, Asset>; href: (name: string) => string } {
  const files = new Map<string, Asset>()
  const hrefs = new Map<string, string>()
  const add = (name: string, body: Buffer) => {
    const extension = extname(name)
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
    const href = `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`
    files.set(href, {
      type: TYPES[extension] ?? 'application/octet-stream',
      body,
      brotli: extension === '.woff2' ? undefined : brotliCompressSync(body),
    })
    hrefs.set(name, href)
  }
  const href = (name: string) => {
    const found = hrefs.get(name)
    if (!found) throw new Error(`no asset ${name}`)
    return found
  }
  const fonts = join(ROOT, 'pages/styles/fonts')
  for (const file of listFiles(fonts, '.woff2')) add(file, readFileSync(join(fonts, file)))
  const styles = join(ROOT, 'pages/styles')
  for (const file of listFiles(styles, '.css'))
    add(file, styleOf(readFileSync(join(styles, file), 'utf8'), href))
  for (const file of listFiles(join(ROOT, 'islands'), '.ts'))
    add(file.replace('.ts', '.js'), islandOf(join(ROOT, 'islands', file)))
  return { files, href }
}

const listFiles = (folder: string, extension: string) =>
  existsSync(folder)
    ? readdirSync(folder).filter((f) => f.endsWith(extension) && !f.endsWith(`.test${extension}`))
    : []

/** A style names its fonts as url("fonts/x.woff2"); here they get their hashed address. */
function styleOf(css: string, href: (name: string) => string): Buffer {
  const linked = css.replace(
    /url\(["']?(?:\.\/)?fonts\/([^"')]+)["']?\)/g,
    (_all, file: string) => `url(${href(file)})`,
  )
  return Buffer.from(transformSync(linked, { loader: 'css', minify: true }).code)
}

function islandOf(path: string): Buffer {
  const built = buildSync({
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
  })
  return Buffer.from(built.outputFiles[0]?.contents ?? [])
}
