import type { T } from '../language/translator.ts'

type PagerOptions = {
  /** Null on the first page. */
  first_href: string | null
  /** Null on the last. The key after which it goes on is an opaque id, never a name. */
  next_href: string | null
  shown_count: number
  t: T
}

/** Onwards by key: no page numbers, because nobody counted the rows that the reader may not see. */
export const Pager = ({ first_href, next_href, shown_count, t }: PagerOptions) => {
  if (shown_count === 0 && !first_href && !next_href) return null // the list itself says that it is empty
  return (
    <nav class="pager" aria-label={t('ui.pager')}>
      <span class="muted">{t('ui.pager.shown', { count: shown_count })}</span>
      {first_href && (
        <a class="button plain" href={first_href}>
          {t('ui.pager.first')}
        </a>
      )}
      {next_href && (
        <a class="button plain" href={next_href} rel="next">
          {t('ui.pager.next')}
        </a>
      )}
    </nav>
  )
}
