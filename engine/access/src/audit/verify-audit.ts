import { actingAs } from '../use-case.ts';
import type { UseCase } from '../surroundings.ts';
import { type Actor, job, requireStaff } from '../actor.ts';
import { type ReadAnchors, readAnchors } from './anchor.ts';
import type { AuditFinding } from './chain-check.ts';
import { type ChainVerdict, judgeChains } from './judge-chains.ts';
import { storedChains } from './stored-chains.ts';
import { CaseworkError } from '@irisflow/foundation';

/** The chain that somebody may read: that of their administration; null means every one. */
export const requireAuditReader = (actor: Actor): string | null => {
  if (actor.kind !== 'job') return requireStaff(actor, ['auditor', 'administrator']).administration;
  if (actor.name === 'auditProof' || actor.name === 'operator') return null;
  throw new CaseworkError('FORBIDDEN', `Expected a job that reads the audit, but found ${actor.name}`);
};

export interface AuditVerdict {
  readonly intact: boolean;
  readonly chains: readonly ChainVerdict[];
  /** What is wrong with the anchors themselves. */
  readonly anchors: readonly AuditFinding[];
}

const noAnchors: ReadAnchors = { anchors: [], findings: [] };

/** Recomputes every hash of the chains the reader may see, and compares them with what was anchored outside the store. */
export const verifyAudit: UseCase<Record<string, never>, AuditVerdict> = async (surroundings, actor) => {
  const own = requireAuditReader(actor);
  const { anchors: file } = surroundings;
  const { anchors, findings } = file === null ? noAnchors : readAnchors(await file.read(), file.publicKey);
  const { database } = own === null ? actingAs(surroundings, job('auditProof')) : surroundings;
  const chains = await judgeChains(storedChains(database), anchors, own);
  return { intact: findings.length === 0 && chains.every(({ intact }) => intact), chains, anchors: findings };
};
