const LATIN_RUN = /([A-Za-z0-9][A-Za-z0-9\-/.]*)/

/** Text as somebody typed it, in either script. Inside Urdu, a run like "12-B" keeps its own order. */
export const TypedText = ({ children }: { children: string }) => (
  <bdi dir="auto">
    {children.split(LATIN_RUN).map((part, at) => (at % 2 === 1 ? <bdi dir="ltr">{part}</bdi> : part))}
  </bdi>
)
