import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopeOf, type Actor, type PersonActor } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  numberOfCitizen,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

const refused = (code: string) => expect.objectContaining({ code });

describe('a national number that was canceled', () => {
  let given: TestCasework;
  let agent: Actor;
  let supervisor: Actor;
  let elsewhere: Actor;
  let people = 0;
  let citizen: PersonActor;
  let name = '';

  const parties = () => given.casework.parties;
  const found = () => parties().searchParties(agent, { search: numberOfCitizen(name) });
  const turn = (what: 'cancelNumber' | 'restoreNumber', more: object = {}, actor: Actor = supervisor) =>
    parties()[what](actor, {
      partyId: citizen.person.partyId,
      nationalNumber: numberOfCitizen(name),
      reason: 'Double inscription au registre',
      ...more,
    });
  const arrives = async () => {
    people += 1;
    name = `Zoé ${people}`;
    citizen = (await givenCitizen(given.casework, name)) as PersonActor;
    return givenCase(given.casework, citizen);
  };
  const startedWith = async () => {
    const caseId = await givenCase(given.casework, citizen);
    await given.casework.outbox.drain({ kind: 'job', name: 'operator' }, {});
    // Cases of different people start in no order.
    return given.engine.instances.find(({ variables }) => variables['caseId'] === caseId)?.variables;
  };

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework);
    agent = await givenStaff(casework, { name: 'Nadia', roles: ['agent'] });
    supervisor = await givenStaff(casework, { name: 'Sofie', roles: ['supervisor'] });
    elsewhere = await givenStaff(casework, { name: 'Tess', roles: ['supervisor'], administration: 'taxi' });
  });
  afterAll(() => given.close());

  test('still finds whose it was, and nothing new begins with it, until it is taken back', async () => {
    await arrives();
    await turn('cancelNumber');

    // then they are found by it, with why it counts no more
    expect(await found()).toMatchObject([{ id: citizen.person.partyId }]);
    const file = await parties().getParty(agent, { partyId: citizen.person.partyId });
    expect(file.numbers).toMatchObject([
      { state: 'canceled', reason: 'Double inscription au registre', isFromRegister: false },
    ]);
    // and no process is told it, nor after they sign in with it once more
    await givenCitizen(given.casework, name);
    expect(JSON.stringify(await startedWith())).not.toContain(numberOfCitizen(name));
    // and no clerk opens a case with it
    const who = { kind: 'new', firstName: 'Z', lastName: 'Z', email: null, phone: null } as const;
    await expect(
      given.casework.intake.openDirectly(agent, {
        procedureKey: 'rent-aid',
        channel: 'visit',
        receivedOn: null,
        language: 'fr',
        who: { ...who, nationalNumber: numberOfCitizen(name) },
      }),
    ).rejects.toEqual(refused('NUMBER_CANCELED'));

    // when it was a mistake
    await expect(turn('cancelNumber')).rejects.toEqual(refused('INPUT_INVALID'));
    await turn('restoreNumber');
    expect(JSON.stringify(await startedWith())).toContain(numberOfCitizen(name));
    await expect(turn('restoreNumber')).rejects.toEqual(refused('INPUT_INVALID'));
  });

  test('is one because its register says so', async () => {
    const caseId = await arrives();
    const connector = connectorOf(caseId);
    const subject = numberOfCitizen(name);
    const { consultations } = given.casework;
    const asked = await consultations.askConsultation(connector, {
      idempotencyKey: 'q',
      source: 'be-national-register',
      subject,
    });
    if (!asked.permitted) throw new Error(asked.refusal);
    const { consultationId } = asked;
    await consultations.recordOutcome(connector, { idempotencyKey: 'o', consultationId, outcome: 'ID_CANCELED' });
    expect((await parties().getParty(agent, { partyId: citizen.person.partyId })).numbers).toMatchObject([
      { state: 'canceled', reason: null, isFromRegister: true },
    ]);
  });

  test('is said by a supervisor of an office that knows the person, of a number that is theirs', async () => {
    await arrives();
    await expect(turn('cancelNumber', {}, agent)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(turn('cancelNumber', {}, elsewhere)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(turn('cancelNumber', {}, citizen)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(turn('cancelNumber', { reason: ' ' })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(turn('cancelNumber', { nationalNumber: numberOfCitizen('Nobody') })).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
    const cancel = `update casework.party_identifier set state = 'canceled', until = now() where party_id = '${citizen.person.partyId}' returning 1`;
    for (const actor of [agent, elsewhere]) expect(await given.database.as(scopeOf(actor)).query(cancel)).toEqual([]);
  });
});
