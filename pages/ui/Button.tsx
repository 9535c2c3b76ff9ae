import type { ComponentChildren } from 'preact'

type ButtonKind = 'main' | 'plain' | 'danger' | 'link'

type ButtonOptions = {
  /** `main` once a screen; `danger` for what cannot be undone. */
  kind?: ButtonKind
  /** Sent with the form, where several buttons end one form. */
  name?: string
  value?: string
  id?: string
  children?: ComponentChildren
}

export const Button = ({ kind = 'main', name, value, id, children }: ButtonOptions) => (
  <button type="submit" class={`button ${kind}`} name={name} value={value} id={id}>
    {children}
  </button>
)

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export const ButtonLink = ({
  href,
  kind = 'plain',
  children,
}: {
  href: string
  kind?: ButtonKind
  children?: ComponentChildren
}) => (
  <a class={`button ${kind}`} href={href}>
    {children}
  </a>
)

/** Buttons beside one another; they wrap on a phone. */
export const Buttons = ({ children }: { children?: ComponentChildren }) => (
  <div class="buttons">{children}</div>
)
