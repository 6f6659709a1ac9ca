import { requireClerk, requireStaff, type Actor, type Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { findParagraph, lockParagraph, type ParagraphRow } from '../storage/paragraphs.ts';

/** Whoever answers for what others write keeps the library; everybody who handles cases uses it. */
export const requireKeeper = (actor: Actor): Clerk => requireStaff(actor, ['supervisor']);

const unknown = (id: string) => new CaseworkError('NOT_FOUND', `Expected a paragraph ${id}, but there is none`);

/** A paragraph of the clerk's administration; those of others do not exist for them. */
export const requireParagraph = async (db: Queryable, actor: Actor, id: string): Promise<ParagraphRow> => {
  const { administration } = requireClerk(actor);
  const row = await findParagraph(db, id);
  if (row?.administration === administration) return row;
  throw unknown(id);
};

/** The same to change, locked, when it still is at the version that the keeper read. */
export const requireVersion = async (
  tx: Queryable,
  { administration }: Clerk,
  { paragraphId, version }: { readonly paragraphId: string; readonly version: number },
) => {
  const row = await lockParagraph(tx, paragraphId);
  if (row?.administration !== administration) throw unknown(paragraphId);
  if (row.version === version) return row;
  throw new CaseworkError(
    'STALE_REVISION',
    `Expected version ${row.version} of paragraph ${row.key}, but the change is for ${version}`,
  );
};
