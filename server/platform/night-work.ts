/** Who does the register's night work: a service officer of the Bureau whom only jobs may act as (decision 0037). */
export const NIGHT_WORK = {
  officer_id: '0a3a2a00-0000-4000-8000-000000000001',
  posting_id: '0a3a2a00-0000-4000-8000-000000000002',
  unit_id: 'npb',
} as const
