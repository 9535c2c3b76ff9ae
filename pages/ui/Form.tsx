import type { ComponentChildren } from 'preact'

type FormOptions = {
  action: string
  /** Values that travel unseen; opaque ids and codes only. */
  hidden?: Record<string, string>
  /** For a form with a file. */
  has_file?: boolean
  id?: string
  children?: ComponentChildren
}

/** A form as the browser may keep nothing of it: always a POST, never completed from memory. The server checks its origin. */
export const Form = ({ action, hidden = {}, has_file, id, children }: FormOptions) => (
  <form
    method="post"
    action={action}
    id={id}
    autocomplete="off"
    novalidate
    {...(has_file ? { enctype: 'multipart/form-data' } : {})}
  >
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)
