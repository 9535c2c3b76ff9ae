import type { ComponentChildren } from 'preact'

/** One fact: what it is, what is known, and where that comes from. */
export type Fact = { label: string; value: ComponentChildren; note?: ComponentChildren }

/** Facts beside their labels. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(({ label, value, note }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>
          {value}
          {note && <div class="small">{note}</div>}
        </dd>
      </div>
    ))}
  </dl>
)
