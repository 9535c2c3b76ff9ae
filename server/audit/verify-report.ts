/** What `npm run verify-audit` prints. */
import { sayFinding } from './finding.ts'
import type { LogReport } from './verify-log.ts'

const MOST_PRINTED = 100

/** Lines for a person: the counts, then every finding (the first hundred). */
export function reportLines(report: LogReport): string[] {
  const { findings, head } = report
  const lines = [
    `${report.events_count} events, ${report.leaves_count} leaves, ${report.checkpoints_count} checkpoints`,
    head
      ? `signed: ${head.tree_size} leaves, root ${head.root_hash.toString('base64')}`
      : 'nothing is signed',
  ]
  if (report.pending_count > 0) lines.push(`${report.pending_count} events wait for the sequencer`)
  if (!report.are_bodies_checked)
    lines.push('bodies were NOT checked: this login may not read them; their commitments were')
  if (findings.length === 0) return [...lines, 'OK: every event is as it was signed']
  lines.push(`TAMPERED: ${findings.length} findings`)
  lines.push(...findings.slice(0, MOST_PRINTED).map((finding) => `- ${sayFinding(finding)}`))
  if (findings.length > MOST_PRINTED) lines.push(`- and ${findings.length - MOST_PRINTED} more`)
  return lines
}
