import type { Job } from '../platform/jobs.ts'
export const planReminders: Job = async () => undefined
