import type { ComponentChildren } from 'preact'
import type { T } from '../language/translator.ts'

type NoticeOptions = {
  kind: 'info' | 'warning' | 'success'
  t: T
  heading?: string
  children?: ComponentChildren
}

/** Something to know before going on. */
export const Notice = ({ kind, t, heading, children }: NoticeOptions) => (
  <div class={`notice ${kind}`} role={kind === 'success' ? 'status' : undefined}>
    <strong>{heading ?? t(`ui.notice.${kind}`)}</strong>
    <div>{children}</div>
  </div>
)
