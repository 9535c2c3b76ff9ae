import type { ComponentChildren } from 'preact'

type IdentityBarOptions = {
  /** The name, in both scripts. */
  heading: ComponentChildren
  /** Short facts on one line: record number, masked CNIC, year of birth, station. */
  facts: readonly { label: string; value: ComponentChildren }[]
  /** How the person stands: a `<Light>`. */
  state?: ComponentChildren
  /** What to do from here: buttons and forms. */
  actions?: ComponentChildren
  /** The photograph, or the words that stand in its place. */
  photo?: ComponentChildren
}

/** Who this record is about, at the head of every page of a person. */
export const IdentityBar = ({ heading, facts, state, actions, photo }: IdentityBarOptions) => (
  <div class="identity">
    {photo && <div class="photo">{photo}</div>}
    <div class="who">
      <h1>{heading}</h1>
      <ul class="inline">
        {facts.map(({ label, value }) => (
          <li key={label}>
            {label} <strong>{value}</strong>
          </li>
        ))}
      </ul>
      {state}
    </div>
    {actions && <div class="buttons">{actions}</div>}
  </div>
)
