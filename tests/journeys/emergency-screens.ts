/** The screens of the emergency access: its form, what it opens, its list, its review, and what follows. */
import { paths } from '../../contract/paths.ts'
import { forgetUses, givenActive, givenEmergency, letPass } from '../support/given-emergency.ts'
import type { TestRegister } from '../support/register.ts'
import { fieldOf, of, refusedAt, type Screen } from './screen.ts'

export type EmergencyWorld = Record<'record' | 'none' | 'late' | 'reviewed' | 'unjustified', string>

/** A use of each kind, about somebody of another district. */
export async function givenEmergencyWorld(register: TestRegister): Promise<EmergencyWorld> {
  const { investigatorMultan: io, shoSaddar: sho, dpoMultan: dpo } = register.as
  const { cnic } = await givenActive(register, { station_id: 'pb_vehari_city' })
  const use = async (who = io, number = cnic ?? '') => {
    await forgetUses(register)
    return givenEmergency(register, who, number)
  }
  const world = {
    ...{ reviewed: await use(), unjustified: await use(sho), late: await use() },
    ...{ record: await use(), none: await use(io, '90000-7654321-1') },
  }
  await letPass(register, world.late, 75)
  const reasons = 'Read the diary of the station and spoke with the officer.'
  for (const [id, finding] of [
    [world.reviewed, 'justified'],
    [world.unjustified, 'not_justified'],
  ] as const)
    fieldOf(
      await dpo.api.post(paths.emergencyReviews(id), { finding, reasons, names_confirmed: false }),
      'finding',
    )
  return world
}

export function emergencyScreens(register: TestRegister, world: EmergencyWorld): Screen[] {
  const { investigatorMultan: io, dpoMultan: dpo, administrator } = register.as
  return [
    ...of('investigatorMultan', [
      ['danger to life', paths.newEmergency()],
      ['danger to life, refused', refusedAt(register, io, paths.emergencies(), { number: 'Bashir' })],
      ['opened in danger to life', paths.emergency(world.record)],
      ['opened in danger to life, no record', paths.emergency(world.none)],
      ['half an hour over', paths.emergency(world.late), 404],
      ['own emergency accesses', paths.emergencies()],
    ]),
    ...of('bureauOfficer', [['danger to life, at the Bureau', paths.newEmergency()]]),
    ...of('dpoMultan', [
      ['emergency accesses of the district', paths.emergencies()],
      ['emergency access to review', paths.emergencyReview(world.record)],
      ['emergency access, review refused', refusedAt(register, dpo, paths.emergencyReviews(world.record))],
      ['emergency access reviewed', paths.emergencyReview(world.reviewed)],
      ['conflict about an emergency access', paths.newConflict('emergency', world.none)],
    ]),
    ...of('bureauSupervisor', [
      ['emergency access not yet his', paths.emergencyReview(world.record)],
      ['emergency access that is late', paths.emergencyReview(world.late)],
    ]),
    ...of('administrator', [
      ['emergency accesses without reason', paths.emergencies()],
      [
        'follow-up refused',
        refusedAt(register, administrator, paths.emergencyFollowUps(world.unjustified), { did: 'suspended' }),
      ],
    ]),
  ]
}
