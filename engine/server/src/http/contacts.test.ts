import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

const note = {
  channel: 'call',
  kind: 'question',
  language: 'nl',
  firstName: 'Noor',
  lastName: 'Verlinden',
  phone: '02 204 00 00',
  email: null,
  subject: 'Huurtoelage',
  said: 'Verhuist in januari.',
  answer: '',
  followUp: '',
  followUpOn: null,
};

interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly data: object;
}

describe('contacts over HTTP', () => {
  let given: TestPlatform;
  let agent: Visitor;
  beforeAll(async () => {
    given = await openTestPlatform();
    agent = await givenPerson(given.app, given.casework, {
      name: 'Ina',
      roles: ['agent', 'analyst'],
      administration: 'brussels-housing',
    });
    await givenProcedure(agent, 'rent-aid');
  });
  afterAll(() => given.close());

  const record = (changed: object = {}) =>
    agent.ask<{ id: string }>('recordContact', { body: { who: { kind: 'unknown' }, note: { ...note, ...changed } } });

  it.each([
    ['a telephone number without a digit', { phone: '------' }],
    ['one with too few', { phone: '+ 12 3-4' }],
    ['a subject of no width', { subject: '\u200b\u200b' }],
    ['a name of a filler', { lastName: '\u3164' }],
    ['a subject of blanks', { subject: ' \u00a0 ' }],
  ])('%s is refused', async (_, changed) => {
    const body = { who: { kind: 'unknown' }, note: { ...note, ...changed } };
    expect((await agent.call('recordContact', { body })).json()).toMatchObject({ status: 400 });
  });

  it('a telephone number is taken as people write it', async () => {
    for (const phone of ['+32 (0)2 204.00.00', '0470/12 34 56', null])
      expect(await record({ phone, lastName: 'Tel', subject: 'é' })).toMatchObject({ phone });
  });

  it('a call is noted, found again and becomes a case', async () => {
    const { id: contactId } = await record();
    const found = await agent.ask<{ items: { id: string }[] }>('listContacts', {
      query: { search: 'verlinden', limit: '25' },
    });
    expect(found.items.map(({ id }) => id)).toEqual([contactId]);

    const params = { contactId };
    const draft = await agent.ask<Draft>('openApplicationOfContact', { params, body: { procedureKey: 'rent-aid' } });
    const data = { ...draft.data, request: 'A roof' };
    const saved = { data, language: 'fr', revision: draft.revision };
    await agent.ask('saveDraft', { params: { draftId: draft.id }, body: saved });
    const { caseId } = await agent.ask<{ caseId: string }>('submitApplication', {
      params: { draftId: draft.id },
      body: { data, language: 'fr' },
    });
    expect(await agent.ask('getCase', { params: { caseId } })).toMatchObject({
      applicant: 'Noor Verlinden',
      channel: 'call',
      language: 'nl',
    });
  });

  it.each([{ lastName: ' ' }, { subject: '' }, { email: 'nobody' }, { phone: 'call me' }, { channel: 'dove' }])(
    'a note with %o is refused, and says where',
    async (wrong) => {
      const answer = await agent.call('recordContact', {
        body: { who: { kind: 'unknown' }, note: { ...note, ...wrong } },
      });
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain(Object.keys(wrong)[0]);
    },
  );
});
