/** One use of the emergency access in the demo, of somebody on the register; it waits for its second officer. */
import { actAs, type Working } from './acting.ts'
import { onRegister } from './checks.ts'

export async function useEmergencyAccess(working: Working): Promise<void> {
  const known = onRegister(working)
  if (!known?.cnic) return
  await actAs(working, 'investigator', async (ask) => {
    const used = await ask('POST', '/emergencies', {
      ...{ number: known.cnic, danger: 'threat_to_kill', names_confirmed: false },
      words: 'Threatens a household by telephone since noon and says that he is on his way.',
      ...{ reference_kind: 'diary', reference_station_id: 'pb_multan_saddar', reference_number: 23 },
      reference_on: working.today,
    })
    if (used.status !== 201) throw new Error(`the emergency access was refused: ${JSON.stringify(used.body)}`)
  })
}
