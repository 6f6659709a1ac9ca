import { createPrivateKey } from 'node:crypto';
import { job, requireMachine } from '../actor.ts';
import { listAuditHeads } from '../storage/audit.ts';
import { isoOf } from '@irisflow/foundation';
import { actingAs } from '../use-case.ts';
import type { UseCase } from '../surroundings.ts';
import { anchorLine, readAnchors } from './anchor.ts';
import { canonicalJson } from './canonical-json.ts';

/** A file of anchors outside the store, and the key that signs its lines. */
export interface AnchorFile {
  readonly privateKey: string;
  readonly publicKey: string;
  read(): Promise<string>;
  /** Adds one line, durably. */
  append(line: string): Promise<void>;
}

/** Writes down where every chain ends, signed, when one has grown since the last time. Answers whether it did. */
export const anchorAudit: UseCase<Record<string, never>, boolean> = async (surroundings, actor) => {
  requireMachine(actor);
  const { anchors: file, clock } = surroundings;
  if (file === null) return false;
  const heads = await listAuditHeads(actingAs(surroundings, job('auditProof')).database);
  const text = await file.read();
  const last = readAnchors(text, file.publicKey).anchors.at(-1);
  if (heads.length === 0 || canonicalJson(last?.heads ?? null) === canonicalJson(heads)) return false;
  await file.append(anchorLine(text, { at: isoOf(clock.now()), heads, key: createPrivateKey(file.privateKey) }));
  return true;
};
