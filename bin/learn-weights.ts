/** `npm run learn-weights`: counts evidence over invented people and writes the dated, hashed model of the matcher. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { canonicalHash } from '../domain/approval/canonical.ts'
import { inventPeople } from '../domain/invented/person.ts'
import { countEvidence, countShares } from '../domain/matching/learn.ts'
import { factsOfInvented } from '../server/invented/facts.ts'
import { linkedByCnic, linkedByRest, randomPairs } from '../server/invented/linked.ts'
import { worldOf } from '../server/invented/world.ts'

const HELP = `npm run learn-weights -- [--people 60000] [--seed 4101] [--on 2026-11-26] [--out domain/matching/model/2026-11-26.json]

Invents people, takes those whose CNIC is the same for one person and pairs at random for two, and counts how often
each class of evidence is seen among them. The seed is used for nothing else: figures are taken on other seeds.
`
/** Rarer parts are taken to be this common: a share counted from fewer people is chance. */
const RAREST_PER_MILLION = 100

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '60000' },
    seed: { type: 'string', default: '4101' },
    on: { type: 'string', default: '2026-11-26' },
    out: { type: 'string', default: 'domain/matching/model/2026-11-26.json' },
    help: { type: 'boolean', default: false },
  },
})

function learn() {
  const people = [...inventPeople(Number(values.seed), 0, Number(values.people), worldOf(values.on))]
  const facts = (index: number) => factsOfInvented(people[index])
  const pairs = (all: Iterable<readonly [number, number]>) =>
    [...all].map(([one, other]) => [facts(one), facts(other)] as const)
  const counts = countEvidence(
    pairs(linkedByCnic(people)),
    pairs(linkedByRest(people)),
    pairs(randomPairs(people.length, people.length)),
  )
  const frequencies = countShares(people.keys().map(facts), people.length, RAREST_PER_MILLION)
  const learnt_from = `${people.length} invented people of seed ${values.seed}`
  const model = { made_on: values.on, learnt_from, ...counts, frequencies }
  const { linked_pairs, random_pairs } = counts
  writeFileSync(
    values.out,
    `${JSON.stringify({ sha256: canonicalHash(model).toString('hex'), model }, null, 2)}\n`,
  )
  process.stdout.write(`${JSON.stringify({ learnt_from, linked_pairs, random_pairs, out: values.out })}\n`)
}

if (values.help) process.stdout.write(HELP)
else learn()
