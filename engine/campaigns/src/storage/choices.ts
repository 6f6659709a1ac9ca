import { type Queryable, takeNamedLock } from '@irisflow/database';
import { isoOf, type LocalizedText } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface ChoiceRow {
  administration: string;
  choice: 'objects' | 'agrees';
  chosen_at: Date | string;
}

/** What stands of what somebody said to administrations. */
export const listChoices = (db: Queryable, partyId: string): Promise<ChoiceRow[]> =>
  tables(db)
    .selectFrom('campaign_choice')
    .select(['administration', 'choice', 'chosen_at'])
    .where('party_id', '=', partyId)
    .where('withdrawn_at', 'is', null)
    .$castTo<ChoiceRow>()
    .execute();

export interface KnownAdministration {
  key: string;
  name: LocalizedText;
}

/** Administrations that know somebody by a case of theirs. */
export const listAdministrationsOf = (db: Queryable, partyId: string): Promise<KnownAdministration[]> =>
  tables(db)
    .selectFrom('administration as a')
    .select(['a.key', 'a.name'])
    .where('a.key', 'in', (is) => is.selectFrom('case_file').select('administration').where('person_id', '=', partyId))
    .orderBy('a.key')
    .$castTo<KnownAdministration>()
    .execute();

export interface Choosing {
  readonly partyId: string;
  readonly administration: string;
  readonly at: number;
  readonly by: string;
}

/** Takes back what stands and writes what is said now; `null` is what counts for whoever said nothing. */
export const replaceChoice = async (
  tx: Queryable,
  { partyId, administration, at, by }: Choosing,
  said: { readonly id: string; readonly choice: 'objects' | 'agrees' } | null,
): Promise<void> => {
  await takeNamedLock(tx, `campaigns to ${partyId}`);
  await tables(tx)
    .updateTable('campaign_choice')
    .set({ withdrawn_at: isoOf(at), withdrawn_by: by })
    .where('party_id', '=', partyId)
    .where('administration', '=', administration)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (said === null) return;
  await tables(tx)
    .insertInto('campaign_choice')
    .values({ ...said, party_id: partyId, administration, chosen_at: isoOf(at), chosen_by: by })
    .execute();
};
