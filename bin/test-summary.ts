/** Reports a test run: each failure with where and why, then the counts on lines of their own. */
type TestEvent = {
  type: string
  data: {
    name: string
    file?: string
    nesting: number
    details?: { error?: Error & { cause?: unknown }; type?: string }
    message?: string
    counts?: Record<string, number>
  }
}

/** The summary of a run, as the text of a reporter. */
export default async function* summary(source: AsyncIterable<TestEvent>) {
  for await (const { type, data } of source) {
    if (type === 'test:fail' && data.details?.type !== 'suite') {
      const cause = data.details?.error?.cause ?? data.details?.error
      const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
      yield `\n✖ ${data.name}\n  ${data.file ?? ''}\n  ${why.split('\n').slice(0, 14).join('\n  ')}\n`
    }
    if (type === 'test:diagnostic' && data.nesting === 0 && data.message) yield `\nℹ ${data.message}`
  }
  yield '\n'
}
