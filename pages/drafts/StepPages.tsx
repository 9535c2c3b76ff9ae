import type { ComponentType } from 'preact'
import type { DraftStep } from '../../domain/draft/completeness.ts'
import { CheckStep } from './CheckStep.tsx'
import { ConvictionStep } from './ConvictionStep.tsx'
import type { DraftProps } from './DraftFrame.tsx'
import { PersonStep } from './PersonStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { SentenceStep } from './SentenceStep.tsx'
import { SourceStep } from './SourceStep.tsx'
import { StationStep } from './StationStep.tsx'

/** The page of each step. */
export const STEP_PAGES: Record<DraftStep, ComponentType<DraftProps>> = {
  source: SourceStep,
  person: PersonStep,
  conviction: ConvictionStep,
  sentence: SentenceStep,
  preview: PreviewStep,
  station: StationStep,
  check: CheckStep,
}
