/** Where the time comes from: the machine in service, a fixed hand in tests. */
export type Clock = { now: () => Temporal.Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** The Pakistan day of an instant, 'YYYY-MM-DD'. RULES: all dates are Asia/Karachi. */
export const pakistanDay = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO('Asia/Karachi').toPlainDate().toString()
