import type { T } from '../language/translator.ts'

/** The name of a file as it was called where it came from; nothing is left of it after cancelling. */
export const FileName = ({ name, t }: { name: string | null; t: T }) =>
  name === null ? <span class="muted">{t('imports.file_erased')}</span> : <bdi>{name}</bdi>
