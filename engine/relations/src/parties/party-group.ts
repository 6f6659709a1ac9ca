import type { Queryable } from '@irisflow/database';
import { findMergeOf, listMergesInto, type MergeRow } from '../storage/merges.ts';

/** Records that an administration takes for one person. */
export interface PartyGroup {
  /** The record under which they are read; the one asked for where nothing was merged. */
  readonly head: string;
  readonly merges: readonly MergeRow[];
  /** The head first. */
  readonly ids: readonly string[];
}

/** With whom a record is one person here, whichever record of the group it is: an old key still finds them. */
export const groupOf = async (
  db: Queryable,
  { administration, partyId }: { readonly administration: string; readonly partyId: string },
): Promise<PartyGroup> => {
  const head = (await findMergeOf(db, { administration, partyId }))?.into_party_id ?? partyId;
  const merges = await listMergesInto(db, { administration, partyId: head });
  return { head, merges, ids: [head, ...merges.map(({ party_id: id }) => id)] };
};
