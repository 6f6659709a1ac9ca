import { job, type Actor } from '@irisflow/access';
import type { Casework } from '@irisflow/platform';

/** Somebody of the demonstration, signed in as on its sign-in page, who acts for a company where one is named. */
export const signInAs = async ({ identity, mandates }: Casework, name: string, company?: string): Promise<Actor> => {
  const people = await identity.listDemoPeople(job('operator'), {});
  const person = people.find((one) => one.name === name);
  if (person === undefined) throw new Error(`Expected somebody of the demonstration, but found ${name}`);
  const { actor, token } = await identity.signInAsDemoPerson(job('operator'), { personId: person.id });
  if (company === undefined) return actor;
  const { held } = await mandates.listMyMandates(actor, {});
  const mandate = held.find(({ mandator }) => mandator === company);
  if (mandate === undefined) throw new Error(`Expected a company for which ${name} may act, but found ${company}`);
  return mandates.actFor(actor, { token, mandateId: mandate.id });
};
