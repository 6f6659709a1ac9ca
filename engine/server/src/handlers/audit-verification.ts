import type { AuditVerdict, AuditVerification } from '@irisflow/access';

/** A verdict on one administration's audit as its readers see it. */
export const auditVerification = ({ intact, chains, anchors }: AuditVerdict, now: Date): AuditVerification => ({
  checkedAt: now.toISOString(),
  intact,
  entries: chains.reduce((sum, { entries }) => sum + entries, 0),
  anchoredAt: chains[0]?.anchoredAt ?? null,
  findings: [...anchors, ...chains.flatMap(({ findings }) => findings)].map(({ problem, from, since }) => ({
    problem,
    from,
    since,
  })),
});
