import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopeOf, type Actor, type PersonActor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

const refused = (code: string) => expect.objectContaining({ code });
const gone = refused('NOT_FOUND');

describe('what an administration marks and notes about somebody', () => {
  let given: TestCasework;
  let nadia: Actor;
  let colleague: Actor;
  let supervisor: Actor;
  let elsewhere: Actor;
  let lea: PersonActor;
  let partyId = '';

  const parties = () => given.casework.parties;
  const note = { audience: 'clerks', withheld: null } as const;
  const add = (text: string, more: object = {}, actor: Actor = nadia) =>
    parties().addPartyNote(actor, { ...note, partyId, text, ...more });
  const idOf = async (text: string) => {
    const { notes } = await parties().getParty(supervisor, { partyId });
    return notes.find(({ versions }) => versions[0]?.text === text)?.id ?? '';
  };
  const textsFor = async (actor: Actor) =>
    (await parties().getParty(actor, { partyId })).notes.map(({ versions }) => versions[0]?.text);

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework);
    nadia = await givenStaff(casework, { name: 'Nadia', roles: ['agent'] });
    colleague = await givenStaff(casework, { name: 'Omar', roles: ['agent'] });
    supervisor = await givenStaff(casework, { name: 'Sofie', roles: ['supervisor'] });
    elsewhere = await givenStaff(casework, { name: 'Tess', roles: ['supervisor'], administration: 'taxi' });
    lea = (await givenCitizen(casework, 'Léa Şimşek')) as PersonActor;
    ({ partyId } = lea.person);
    await givenCase(casework, lea);
    // the other administration knows her too
    await given.database.query(
      `insert into casework.contact (id, administration, revision, channel, kind, state, person_id, first_name, last_name,
         language, subject, said, answer, follow_up, received_on, recorded_by, recorded_at, search_text)
       values ('t1', 'taxi', 1, 'call', 'question', 'open', $1, 'Léa', 'Şimşek', 'fr', 'x', 'x', 'x', '', '2026-11-25',
         $2, now(), 'x')`,
      [partyId, elsewhere.kind === 'person' ? elsewhere.person.id : ''],
    );
  });
  afterAll(() => given.close());

  test('a note is changed by whoever wrote it, with what it said before, and never seen elsewhere', async () => {
    await add('Vient toujours avec sa sœur.');
    const noteId = await idOf('Vient toujours avec sa sœur.');
    const change = { ...note, partyId, noteId, revision: 1, text: 'Vient avec sa mère.' };
    await expect(parties().changePartyNote(colleague, change)).rejects.toEqual(refused('FORBIDDEN'));
    const changed = await parties().changePartyNote(nadia, change);
    expect(changed[0]?.versions).toMatchObject([
      { text: 'Vient avec sa mère.', by: 'Nadia' },
      { text: 'Vient toujours avec sa sœur.', by: 'Nadia' },
    ]);
    await expect(parties().changePartyNote(nadia, change)).rejects.toEqual(refused('STALE_REVISION'));
    expect((await parties().getParty(elsewhere, { partyId })).notes).toEqual([]);
    await expect(parties().deletePartyNote(elsewhere, { partyId, noteId, reason: 'x' })).rejects.toEqual(gone);
    await expect(add('x', {}, lea)).rejects.toEqual(refused('FORBIDDEN'));
  });

  test('some are for supervisors alone, and only they may say so or keep words from the person', async () => {
    await expect(add('Secret', { audience: 'supervisors' })).rejects.toEqual(refused('FORBIDDEN'));
    await expect(add('Secret', { withheld: 'Loi' })).rejects.toEqual(refused('FORBIDDEN'));
    await add('Enquête en cours', { audience: 'supervisors', withheld: 'Article 23 du RGPD' }, supervisor);
    expect(await textsFor(supervisor)).toContain('Enquête en cours');
    expect(await textsFor(nadia)).not.toContain('Enquête en cours');
    const found = (actor: Actor, search: string) => parties().searchParties(actor, { search });
    expect(await found(supervisor, 'enquete')).toMatchObject([{ id: partyId }]);
    expect(await found(nadia, 'enquete')).toEqual([]);
  });

  test('the person gets them when they ask, and of what the law lets out that it does', async () => {
    const mine = await parties().listNotesAboutMe(lea, {});
    expect(mine).toMatchObject([
      { texts: null, withheld: 'Article 23 du RGPD', administration: { fr: 'Bruxelles Logement' } },
      { texts: ['Vient avec sa mère.', 'Vient toujours avec sa sœur.'], withheld: null },
    ]);
    const asLea = given.database.as(scopeOf(lea));
    const words = await asLea.query<{ text: string }>('select text from casework.party_note_version');
    expect(words.map(({ text }) => text)).not.toContain('Enquête en cours');
    const other = await givenCitizen(given.casework, 'Noor');
    expect(await parties().listNotesAboutMe(other, {})).toEqual([]);
  });

  test('what is deleted leaves who and why, and no words', async () => {
    await add('Numéro de téléphone de son voisin');
    const noteId = await idOf('Numéro de téléphone de son voisin');
    const deletion = { partyId, noteId, reason: 'Ne nous regarde pas' };
    await expect(parties().deletePartyNote(colleague, deletion)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(parties().deletePartyNote(nadia, { ...deletion, reason: ' \u200B ' })).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
    const left = await parties().deletePartyNote(supervisor, deletion);
    expect(left.find(({ id }) => id === noteId)).toMatchObject({
      versions: [],
      deleted: { by: 'Sofie', reason: 'Ne nous regarde pas' },
      mayEdit: false,
    });
    await expect(parties().deletePartyNote(supervisor, deletion)).rejects.toEqual(gone);
    expect(JSON.stringify(await given.database.query('select * from casework.party_note_version'))).not.toContain(
      'voisin',
    );
  });

  test('labels are made by whoever answers for others, put by clerks, found, and retired where they stand', async () => {
    const blind = { name: { fr: 'Malvoyante', nl: 'Slechtziend' }, color: 'blue' } as const;
    await expect(parties().addPartyLabel(nadia, blind)).rejects.toEqual(refused('FORBIDDEN'));
    const [label] = await parties().addPartyLabel(supervisor, blind);
    const same = { ...blind, name: { fr: 'MALVOYANTE', nl: 'Anders' } };
    await expect(parties().addPartyLabel(supervisor, same)).rejects.toEqual(refused('INPUT_INVALID'));
    const put = (labels: readonly string[], actor: Actor = nadia) =>
      parties().putPartyLabels(actor, { partyId, labels });
    const labelId = label?.id ?? '';
    await Promise.all([put([labelId]), put([labelId])]);
    expect(await put([labelId])).toMatchObject([{ name: blind.name, color: 'blue' }]);
    expect(await parties().searchParties(nadia, { search: 'slechtz' })).toMatchObject([{ id: partyId }]);
    // another administration neither sees nor puts it
    expect((await parties().getParty(elsewhere, { partyId })).labels).toEqual([]);
    await expect(put([labelId], elsewhere)).rejects.toEqual(refused('INPUT_INVALID'));
    expect(await parties().searchParties(elsewhere, { search: 'slechtz' })).toEqual([]);
    await expect(parties().changePartyLabel(elsewhere, { ...blind, labelId, isRetired: false })).rejects.toEqual(gone);
    // when it is retired it stays where it was put
    await parties().changePartyLabel(supervisor, { ...blind, labelId, isRetired: true });
    expect((await parties().getParty(nadia, { partyId })).labels).toMatchObject([{ isRetired: true }]);
    expect(await put([])).toEqual([]);
    await expect(put([labelId])).rejects.toEqual(refused('INPUT_INVALID'));
  });
});
