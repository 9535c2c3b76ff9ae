export type Tab = { href: string; label: string; is_current: boolean; count?: string }

/** The pages of one record, side by side. Links, so that each has its address and its line in the audit log. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map(({ href, label: text, is_current, count }) => (
      <a key={href} href={href} aria-current={is_current ? 'page' : undefined}>
        {text}
        {count && <span class="count">{count}</span>}
      </a>
    ))}
  </nav>
)
