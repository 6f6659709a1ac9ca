import { type Locale, isoOf } from '@irisflow/foundation';
import type { Actor } from '../actor.ts';
import { findPersonBySubject, insertPersonOfDesk } from '../storage/people.ts';
import type { Surroundings } from '../surroundings.ts';
import { actingFor } from '../use-case.ts';

/** Who is known by a desk alone: no identity provider has this name. */
export const deskIssuer = 'urn:irisflow:desk';

export interface PersonOfDesk {
  /** What the desk knows them by: asked for twice it is one person. */
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Locale;
}

/** The id of somebody who never signed in, written down when a desk needs them first. They have no role and no session. */
export const personOfDesk = async (
  surroundings: Surroundings,
  actor: Actor,
  { subject, name, email, language }: PersonOfDesk,
): Promise<string> => {
  const { clock, random } = surroundings;
  const { database } = actingFor(surroundings, actor, 'parties');
  const known = await findPersonBySubject(database, { issuer: deskIssuer, subject });
  if (known !== undefined) return known.id;
  const id = random.id();
  await insertPersonOfDesk(database, {
    id,
    issuer: deskIssuer,
    subject,
    name,
    email,
    language,
    created_at: isoOf(clock.now()),
  });
  return (await findPersonBySubject(database, { issuer: deskIssuer, subject }))?.id ?? id;
};
