import { createHash } from 'node:crypto';
import type { Queryable } from '@irisflow/database';
import { insertSealedDetail } from '../storage/sealed-details.ts';
import type { Surroundings } from '../surroundings.ts';

/** What an audit entry stands for and the chain must not keep for ever. */
export interface DetailContent {
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** Names of the variables concerned; a name can be personal too. */
  readonly names: readonly string[];
}

/** How the chain names a sealed detail: the hash is of what is sealed, so it says nothing about the content. */
export interface SealedReference {
  readonly id: string;
  readonly sha256: string;
}

export const hashOfSealed = (sealed: string): string => createHash('sha256').update(sealed).digest('hex');

/** Stores reason and values sealed, and gives what the audit entry carries instead of them. */
export const sealDetail = async (
  { clock, random, details }: Surroundings,
  tx: Queryable,
  { administration, content }: { readonly administration: string; readonly content: DetailContent },
): Promise<SealedReference> => {
  const id = random.id();
  const sealed = details.seal(JSON.stringify(content), id);
  await insertSealedDetail(tx, { id, administration, sealed, at: clock.now() });
  return { id, sha256: hashOfSealed(sealed) };
};
