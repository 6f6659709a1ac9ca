import type { Actor, ConnectorActor, KnownPerson, Role } from '@irisflow/access';
import type { Casework } from '../open-casework.ts';
import { makeNationalNumber } from '@irisflow/identifiers';
import type { FolderFile } from '@irisflow/procedures';
import { sampleProcedure } from './sample-procedure.ts';

export const system: Actor = { kind: 'job', name: 'operator' };
export const anonymous: Actor = { kind: 'anonymous' };
/** The case store, let in for a case of the sample procedure. */
export const connectorOf = (caseId: string): ConnectorActor => ({
  kind: 'connector',
  connector: 'case-store',
  case: { caseId, administration: 'housing', procedureKey: 'rent-aid', procedureVersion: 1 },
  work: { job: '77', process: 'rent-aid', element: 'record' },
});

export const actorFor = (person: KnownPerson): Actor => ({ kind: 'person', person, session: null });

interface Staff {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly administration?: string;
  readonly nationalNumber?: string;
}

export const givenStaff = async (
  casework: Casework,
  { name, administration = 'housing', ...more }: Staff,
): Promise<Actor> =>
  actorFor(
    await casework.identity.upsertPerson(system, {
      issuer: 'test',
      subject: `${administration}/${name}`,
      name,
      language: 'fr',
      administration,
      ...more,
    }),
  );

/** The number that a citizen of this name has: their own, for a number says who somebody is. */
export const numberOfCitizen = (name: string): string => {
  if (name.split(' ')[0] === 'Léa' && !/\d/.test(name)) return '85000099712';
  const sum = Array.from(name).reduce((so, letter) => (so * 31 + (letter.codePointAt(0) ?? 0)) % 334_992, 7);
  const [serial, day, month] = [sum % 997, Math.floor(sum / 997) % 28, Math.floor(sum / 27_916) % 12];
  return makeNationalNumber({ year: 1985, month: month + 1, day: day + 1, serial: serial + 1 });
};

export const givenCitizen = async (casework: Casework, name = 'Léa Şimşek'): Promise<Actor> =>
  actorFor(
    await casework.identity.upsertPerson(system, {
      issuer: 'test',
      subject: name,
      name,
      email: 'lea@example.org',
      isEmailVerified: true,
      language: 'fr',
      roles: ['citizen'],
      nationalNumber: numberOfCitizen(name),
    }),
  );

/** Somebody who agreed to letters on the portal and to mails that tell of them. */
export const givenReader = async (casework: Casework, name: string): Promise<Actor> => {
  const citizen = await givenCitizen(casework, name);
  await casework.reach.chooseChannels(citizen, { channels: ['portal', 'mail'] });
  return citizen;
};

export const givenAdministrations = (casework: Casework) =>
  casework.identity.seedAdministrations(system, {
    administrations: [
      { key: 'housing', name: { fr: 'Bruxelles Logement', nl: 'Brussel Huisvesting', en: 'Brussels Housing' } },
      { key: 'taxi', name: { fr: 'Taxis', nl: 'Taxi’s', en: 'Taxis' } },
    ],
  });

/** Publishes the sample procedure as the system would at the first start, with the authorizations it asks for. */
export const givenPublished = async (casework: Casework, files: readonly FolderFile[] = sampleProcedure()) => {
  const draft = await casework.procedures.importFolder(system, { files });
  const version = await casework.procedures.publish(system, {
    key: draft.key,
    note: 'first',
    revision: draft.revision,
  });
  await casework.authorizations.seedAuthorizations(system, { key: draft.key });
  return version;
};

/** A case of the sample procedure that a citizen filed. */
export const givenCase = async (casework: Casework, citizen: Actor, lastName = 'Léa'): Promise<string> => {
  const draft = await casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
  const data = { ...draft.data, lastName, rent: 700, hasLease: false };
  return (await casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' })).caseId;
};
