import type { ProblemCode } from '../../../domain/imports/problems.ts'

/** A file that cannot be read at all; the code and value go to the person who uploaded it. */
export class FileRefused extends Error {
  readonly code: ProblemCode
  readonly value: string | undefined

  constructor(code: ProblemCode, value?: string) {
    super(value === undefined ? code : `${code}: ${value}`)
    this.name = 'FileRefused'
    this.code = code
    this.value = value
  }
}
