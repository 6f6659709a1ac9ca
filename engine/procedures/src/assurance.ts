import { type Actor, AssuranceLevel, requireAssurance } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { Type, type Static } from 'typebox';
import { tables } from './storage/tables.ts';

/** What a procedure asks of a sign-in: to fill an application, to read a case on the portal, to sign a decision. */
export const AssuranceDescription = Type.Object(
  {
    file: Type.Optional(AssuranceLevel),
    read: Type.Optional(AssuranceLevel),
    sign: Type.Optional(AssuranceLevel),
  },
  { additionalProperties: false },
);
export type AssuranceDescription = Static<typeof AssuranceDescription>;

export interface AssuredAct {
  readonly key: string;
  readonly version: number;
  readonly act: keyof AssuranceDescription;
}

/** Refuses whoever signed in too weakly for what a version of a procedure lets them do. */
export const requireAssuranceOf = async (
  db: Queryable,
  actor: Actor,
  { key, version, act }: AssuredAct,
): Promise<void> => {
  if (actor.kind !== 'person' || actor.session === null) return;
  const row = await tables(db)
    .selectFrom('procedure_version')
    .select('assurance')
    .where('procedure_key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  const needed = (row?.assurance as AssuranceDescription | null | undefined)?.[act];
  if (needed !== undefined) requireAssurance(actor, needed);
};
