import type { T } from '../language/translator.ts'
import { Identifier } from '../ui/Identifier.tsx'

/** The name of a file as it was called where it came from; nothing is left of it after cancelling. */
export const FileName = ({ name, t }: { name: string | null; t: T }) =>
  name === null ? <span class="muted">{t('imports.file_erased')}</span> : <Identifier>{name}</Identifier>
