// The model in use: counts of evidence, dated, with the hash of its words.
import { canonicalHash } from '../approval/canonical.ts'
import kept from './model/2026-11-26.json' with { type: 'json' }
import { type Model, type ModelFile, modelOf } from './weights.ts'

export const MODEL_FILE: ModelFile = kept.model
export const MODEL_SHA256: string = kept.sha256

/** Whether the counts are those whose hash stands beside them. */
export const isModelWhole = (file: ModelFile, sha256: string) =>
  canonicalHash(file).toString('hex') === sha256

/** The weights that search, intake and batch all use. */
export const MODEL: Model = modelOf(MODEL_FILE)
