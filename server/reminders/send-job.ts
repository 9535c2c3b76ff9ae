import type { Job } from '../platform/jobs.ts'
export const sendReminder: Job = async () => undefined
