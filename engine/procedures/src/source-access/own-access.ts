import { actingAs, job } from '@irisflow/access';
import { findSourceAccess, type OfSource } from '../storage/source-access.ts';
import type { Surroundings } from '../surroundings.ts';

/** Where an administration reaches a source itself, and with what. It is handed to the connector of the source and to nobody else. */
export interface OwnAccess {
  readonly address: string;
  readonly user: string | null;
  readonly secret: string;
}

/** What a secret is sealed for: one administration and one source. */
export const contextOf = ({ administration, sourceKey }: OfSource): string => `${administration}/${sourceKey}`;

/** By which an administration reaches a source; null where it does so as the installation does. */
export const ownAccess = async (surroundings: Surroundings, source: OfSource): Promise<OwnAccess | null> => {
  const { database, sourceSecrets } = actingAs(surroundings, job('sourceAccess'));
  const row = await findSourceAccess(database, source);
  if (row === undefined) return null;
  return { address: row.address, user: row.user_name, secret: sourceSecrets.open(row.sealed, contextOf(source)) };
};
