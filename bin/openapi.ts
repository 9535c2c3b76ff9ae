/** Writes openapi.json, the golden copy of the interface, from the routes. Usage: npm run openapi */
import { writeFileSync } from 'node:fs'
import { openapiText } from './catalogue/openapi-text.ts'

if (process.argv.includes('--help')) {
  process.stdout.write(
    'npm run openapi\nWrites openapi.json, the golden copy of the interface, from the routes.\n',
  )
  process.exit()
}

writeFileSync(new URL('../openapi.json', import.meta.url), await openapiText())
