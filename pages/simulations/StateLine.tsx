import type { SimulationList } from '../../contract/simulations.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Notice } from '../ui/Notice.tsx'

type Head = Pick<SimulationList['simulations'][number], 'state' | 'stale' | 'of_count' | 'done_count'>

/** How far a simulation is, or whether it may still be decided on, in a few words. */
export function stateText({ state, stale, of_count, done_count }: Head, t: T, f: F): string {
  if (state !== 'done') {
    const percent = f.percent(of_count === 0 ? 0 : Math.min(1, done_count / of_count))
    return t(`simulations.state.${state}`, { percent })
  }
  return t(stale === null ? 'simulations.state.done' : `simulations.stale.${stale}`)
}

/** The same with what to do about it, at the head of a simulation's own page. */
export const StateLine = ({ t, f, ...head }: Head & { t: T; f: F }) => {
  const { state, stale, of_count, done_count } = head
  if (state === 'running')
    return (
      <Notice kind="info" t={t} heading={stateText(head, t, f)}>
        <p>{t('simulations.progress', { done: done_count, of: of_count })}</p>
        <progress max={of_count} value={done_count} aria-label={t('simulations.title')} />
        <p class="small">{t('simulations.leave')}</p>
      </Notice>
    )
  if (state === 'stopped')
    return (
      <Notice kind="warning" t={t} heading={stateText(head, t, f)}>
        {t('simulations.stopped.what')}
      </Notice>
    )
  if (stale === null) return null
  return (
    <Notice kind="warning" t={t} heading={t(`simulations.stale.${stale}`)}>
      {t('simulations.stale.what')}
    </Notice>
  )
}
