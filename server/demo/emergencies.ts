/** One use of the emergency access in the demo, of somebody on the register; it waits for its second officer. */
import type { DutyListReply } from '../../contract/duty-lists.ts'
import { actAs, type Working } from './acting.ts'

/** Whom the register's own lists offer the Bureau: somebody about whom something falls due is on it today. */
const recordOf = (working: Working) =>
  actAs(working, 'bureau_officer', async (ask) => {
    for (const list of ['due', 'overdue', 'not_served', 'releases']) {
      const { body } = await ask('GET', `/duties?list=${list}`)
      const [first] = (body as DutyListReply).rows
      if (first) return first.record_number
    }
    return undefined
  })

export async function useEmergencyAccess(working: Working): Promise<void> {
  const number = await recordOf(working)
  if (!number) return
  await actAs(working, 'investigator', async (ask) => {
    const used = await ask('POST', '/emergencies', {
      ...{ number, danger: 'threat_to_kill', names_confirmed: false },
      words: 'Threatens a household by telephone since noon and says that he is on his way.',
      ...{ reference_kind: 'diary', reference_station_id: 'pb_multan_saddar', reference_number: 23 },
      reference_on: working.today,
    })
    if (used.status !== 201) throw new Error(`the emergency access was refused: ${JSON.stringify(used.body)}`)
  })
}
