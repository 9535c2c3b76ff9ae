import type { T } from '../language/translator.ts'

export type Filter = { label: string; value: string; remove_href: string }

/** The filters in force, each with its way out. */
export const Filters = ({
  filters,
  clear_href,
  t,
}: {
  filters: readonly Filter[]
  clear_href: string
  t: T
}) =>
  filters.length === 0 ? null : (
    <div class="filters">
      <h2>{t('ui.filters')}</h2>
      <ul>
        {filters.map(({ label, value, remove_href }) => (
          <li key={remove_href}>
            <a href={remove_href} aria-label={t('ui.remove.what', { what: `${label}: ${value}` })}>
              {label}: {value} <span aria-hidden="true">✕</span>
            </a>
          </li>
        ))}
        <li>
          <a class="clear" href={clear_href}>
            {t('ui.filters.clear')}
          </a>
        </li>
      </ul>
    </div>
  )
