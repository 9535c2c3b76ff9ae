/** Writes openapi.json, the golden copy of the interface, from the routes. Usage: npm run openapi */
import { writeFileSync } from 'node:fs'
import { openapiText } from './catalogue/openapi-text.ts'

writeFileSync(new URL('../openapi.json', import.meta.url), await openapiText())
