import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '@irisflow/access';
import {
  actorFor,
  connectorOf,
  givenAdministrations,
  givenPublished,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

/** Aalst, Namur, Brussels and Eupen, by the codes of their communes. */
const seats = { dutch: '41002', french: '92094', bilingual: '21004', german: '63023' } as const;

describe('the language of a case', () => {
  let given: TestCasework;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
  });
  afterAll(() => given.close());

  let stems = 0;
  /** A number of a company with right check digits. */
  const enterpriseNumber = (): string => {
    stems += 1;
    const stem = String(4_100_000 + stems).padStart(8, '0');
    return `${stem}${String(97 - (Number(stem) % 97)).padStart(2, '0')}`;
  };

  /** Somebody who acts for a company with its seat somewhere. */
  const managerOf = async (seatCommune: string | undefined): Promise<PersonActor> => {
    const company = { enterpriseNumber: enterpriseNumber(), name: 'De Dender' };
    const person = await given.casework.identity.upsertPerson(system, {
      issuer: 'https://idp.example',
      subject: company.enterpriseNumber,
      name: 'Marc',
      language: 'fr',
      roles: ['citizen'],
      mandates: [seatCommune === undefined ? company : { ...company, seatCommune }],
    });
    const { token, actor } = await given.casework.identity.signIn(system, { personId: person.id });
    const { held } = await given.casework.mandates.listMyMandates(actor, {});
    return given.casework.mandates.actFor(actor, { token, mandateId: held[0]?.id ?? '' });
  };

  const applies = async (actor: PersonActor, language: 'fr' | 'nl' | 'en') => {
    const draft = await given.casework.applications.createDraft(actor, { procedureKey: 'rent-aid', language });
    const data = { ...draft.data, lastName: 'Dender', rent: 700, hasLease: false };
    const { caseId } = await given.casework.applications.submit(actor, { draftId: draft.id, data, language });
    return given.casework.cases.getMyCase(actor, { caseId });
  };

  test.each([
    ['dutch', 'fr', 'nl', []],
    ['french', 'nl', 'fr', []],
    ['bilingual', 'nl', 'nl', []],
    ['german', 'fr', 'fr', []],
    ['bilingual', 'en', 'fr', ['nl', 'en']],
    ['dutch', 'en', 'nl', ['en']],
  ] as const)('of a company with a %s seat that reads %s is %s', async (seat, reads, language, alsoIn) => {
    expect(await applies(await managerOf(seats[seat]), reads)).toMatchObject({ language, alsoIn });
  });

  test('of a company whose seat nobody knows is as it chooses', async () => {
    expect(await applies(await managerOf(undefined), 'nl')).toMatchObject({ language: 'nl', alsoIn: [] });
  });

  test('of somebody who reads English is both, unless they said which is theirs', async () => {
    const person = await given.casework.identity.upsertPerson(system, {
      issuer: 'https://idp.example',
      subject: 'reader',
      name: 'Reader',
      language: 'en',
      roles: ['citizen'],
    });
    const actor = actorFor(person) as PersonActor;
    expect(await applies(actor, 'en')).toMatchObject({ language: 'fr', alsoIn: ['nl', 'en'] });
    await given.casework.mandates.saveMyParty(actor, { language: 'nl', email: null, phone: null, address: null });
    expect(await applies(actor, 'en')).toMatchObject({ language: 'nl', alsoIn: ['en'] });
  });

  test('a firm of a region of one language is written to in its language, whatever its manager reads', async () => {
    const { id: caseId } = await applies(await managerOf(seats.dutch), 'fr');
    const created = await given.casework.caseStore.createLetter(connectorOf(caseId), {
      idempotencyKey: 'l1',
      template: 'grant',
      channel: ['portal'],
      values: { amount: 1234.5, grounds: ['R2'] },
    });
    expect(created.language).toBe('nl');
  });

  test('trap 8: who gets both gets the same letter twice, one language each; the courtesy says that it has no force', async () => {
    const manager = await managerOf(seats.bilingual);
    const { id: caseId } = await applies(manager, 'en');
    await given.casework.caseStore.createLetter(connectorOf(caseId), {
      idempotencyKey: 'l1',
      template: 'grant',
      channel: ['portal'],
      values: { amount: 1234.5, grounds: ['R2'] },
    });
    const { letters, documents, timeline } = await given.casework.cases.getMyCase(manager, { caseId });
    expect(letters.map(({ language }) => language).toSorted()).toEqual(['en', 'fr', 'nl']);
    expect(documents).toHaveLength(3);
    expect(timeline.filter(({ kind }) => kind === 'letterSent')).toHaveLength(1);
    expect(letters.filter(({ isCourtesy }) => isCourtesy).map(({ language }) => language)).toEqual(['en']);
  });
});
