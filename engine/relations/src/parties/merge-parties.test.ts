import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type PersonActor, scopeOf } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  numberOfCitizen,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

describe('two records of one person', () => {
  let given: TestCasework;
  let supervisor: Actor;
  let agent: Actor;
  let elsewhere: Actor;
  let online: PersonActor;
  let onlineCase = '';
  let paperCase = '';
  let paper = '';
  const refused = (code: string) => expect.objectContaining({ code });
  const parties = () => given.casework.parties;
  const idOf = () => online.person.partyId;
  const pair = () => ({ partyId: paper, intoPartyId: idOf() });

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework);
    supervisor = await givenStaff(casework, { name: 'Sofie', roles: ['supervisor'] });
    agent = await givenStaff(casework, { name: 'Agnès', roles: ['agent'] });
    elsewhere = await givenStaff(casework, { name: 'Tom', roles: ['supervisor'], administration: 'taxi' });
    // somebody who applied on the portal, and on paper, where the desk noted them as somebody else
    online = (await givenCitizen(casework, 'Marie Dupont')) as PersonActor;
    const draft = await casework.applications.createDraft(online, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Dupont', rent: 700, hasLease: false };
    onlineCase = (await casework.applications.submit(online, { draftId: draft.id, data, language: 'fr' })).caseId;
    const contact = await casework.contacts.recordContact(agent, {
      who: { kind: 'unknown' },
      note: {
        channel: 'mail',
        kind: 'question',
        language: 'fr',
        firstName: 'M.',
        lastName: 'Dupond',
        phone: null,
        email: null,
        subject: 'Loyer',
        said: '',
        answer: '',
        followUp: '',
        followUpOn: null,
      },
    });
    const office = await casework.contacts.openApplication(agent, { contactId: contact.id, procedureKey: 'rent-aid' });
    const written = { ...office.data, rent: 500, hasLease: false };
    paperCase = (await casework.applications.submit(agent, { draftId: office.id, data: written, language: 'fr' }))
      .caseId;
    paper = (await casework.cases.getCase(agent, { caseId: paperCase })).partyId;
  });
  afterAll(() => given.close());

  test('a supervisor sees what would be read together, and nobody else', async () => {
    expect(await parties().previewMerge(supervisor, pair())).toMatchObject({
      merged: { party: { name: 'M. Dupond' }, isNoted: true, cases: 1 },
      into: { party: { name: 'Marie Dupont' }, isNoted: false, cases: 1 },
    });
    for (const actor of [agent, online])
      await expect(parties().previewMerge(actor, pair())).rejects.toEqual(refused('FORBIDDEN'));
    await expect(parties().mergeParties(agent, { ...pair(), reason: 'x' })).rejects.toEqual(refused('FORBIDDEN'));
    await expect(parties().mergeParties(elsewhere, { ...pair(), reason: 'x' })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(
      given.database.as(scopeOf(agent)).query(
        `insert into casework.party_merge (id, administration, party_id, into_party_id, reason, merged_at, merged_by)
           select 'm', 'housing', $1, $2, 'x', now(), id from casework.person limit 1`,
        [paper, idOf()],
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('merged they are one at the desk under either key, and apart at the portal; taken back they are two again', async () => {
    // when it is done, twice at once
    const done = await Promise.allSettled(
      [1, 2].map(() => parties().mergeParties(supervisor, { ...pair(), reason: 'Même carte d’identité' })),
    );
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);

    // then either key finds both histories, and a search finds one
    for (const partyId of [idOf(), paper]) {
      const file = await parties().getParty(agent, { partyId });
      expect(file).toMatchObject({ id: idOf(), name: 'Marie Dupont' });
      expect(file.cases.map(({ id }) => id).toSorted()).toEqual([onlineCase, paperCase].toSorted());
      expect(file.merges).toMatchObject([{ partyId: paper, name: 'M. Dupond', by: 'Sofie' }]);
    }
    for (const search of ['dupond', 'dupont', numberOfCitizen('Marie Dupont')])
      expect((await parties().searchParties(agent, { search })).map(({ id }) => id)).toEqual([idOf()]);
    // and nobody reads more at the portal than before
    expect((await given.casework.cases.listMyCases(online, {})).map(({ id }) => id)).toEqual([onlineCase]);

    // and nothing is merged into circles
    for (const wrong of [
      { partyId: idOf(), intoPartyId: paper },
      { partyId: paper, intoPartyId: paper },
    ])
      await expect(parties().mergeParties(supervisor, { ...wrong, reason: 'x' })).rejects.toEqual(
        refused('INPUT_INVALID'),
      );

    // when it is taken back, by who may
    const [merge] = (await parties().getParty(agent, { partyId: idOf() })).merges;
    const undo = { partyId: idOf(), mergeId: merge?.id ?? '', reason: 'Deux sœurs' };
    await expect(parties().undoMerge(agent, undo)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(parties().undoMerge(elsewhere, undo)).rejects.toEqual(refused('NOT_FOUND'));
    await parties().undoMerge(supervisor, undo);
    await expect(parties().undoMerge(supervisor, undo)).rejects.toEqual(refused('NOT_FOUND'));

    // then each has its own again
    expect((await parties().getParty(agent, { partyId: paper })).cases.map(({ id }) => id)).toEqual([paperCase]);
    expect(await parties().getParty(agent, { partyId: idOf() })).toMatchObject({
      cases: [{ id: onlineCase }],
      merges: [],
    });
  });

  test('of two that are merged both ways at once one is part of the other', async () => {
    // given a couple of tries: the race is not lost each time
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const ways = [pair(), { partyId: idOf(), intoPartyId: paper }];
      const done = await Promise.allSettled(
        ways.map((way) => parties().mergeParties(supervisor, { ...way, reason: 'Même personne' })),
      );
      expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const file = await parties().getParty(agent, { partyId: paper });
      expect(file.cases).toHaveLength(2);
      const [merge] = file.merges;
      await parties().undoMerge(supervisor, { partyId: file.id, mergeId: merge?.id ?? '', reason: 'Essai' });
    }
  });
});
