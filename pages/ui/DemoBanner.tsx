import type { T } from '../language/translator.ts'

/** Says on every page of a demonstration that its people are invented. */
export const DemoBanner = ({ t }: { t: T }) => (
  <p class="demo">
    <strong>{t('ui.demo')}</strong> {t('ui.demo.what')}
  </p>
)
