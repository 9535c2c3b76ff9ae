import type { ComponentChildren } from 'preact'

type CardOptions = {
  /** Left out where the page's own heading says it, or the one field in it does. */
  heading?: string
  /** Shown at the end of the heading's line: a link, a count. */
  beside?: ComponentChildren
  children?: ComponentChildren
}

/** A box, titled unless its title stands already above it. */
export const Card = ({ heading, beside, children }: CardOptions) => (
  <section class="card">
    {heading && (
      <div class="card-head">
        <h2>{heading}</h2>
        {beside}
      </div>
    )}
    {children}
  </section>
)

/** Cards in two columns, the first twice as wide; one column on a narrow screen. */
export const Cards = ({ children }: { children?: ComponentChildren }) => <div class="cards">{children}</div>

/** One figure with its name, and what to compare it with. */
export const Tile = ({
  label,
  figure,
  note,
}: {
  label: string
  figure: string
  note?: ComponentChildren
}) => (
  <div class="card tile">
    <h2>{label}</h2>
    <p class="figure">{figure}</p>
    {note && <p class="small">{note}</p>}
  </div>
)

export const Tiles = ({ children }: { children?: ComponentChildren }) => <div class="tiles">{children}</div>
