import type { ComponentType } from 'preact'
import type { CheckStep } from '../../domain/check/request.ts'
import type { CheckProps } from './CheckFrame.tsx'
import { FirStep } from './FirStep.tsx'
import { PapersStep } from './PapersStep.tsx'
import { ReasonsStep } from './ReasonsStep.tsx'
import { SendStep } from './SendStep.tsx'
import { SuspectStep } from './SuspectStep.tsx'

/** The page of each step. */
export const STEP_PAGES: Record<CheckStep, ComponentType<CheckProps>> = {
  fir: FirStep,
  suspect: SuspectStep,
  reasons: ReasonsStep,
  papers: PapersStep,
  send: SendStep,
}
