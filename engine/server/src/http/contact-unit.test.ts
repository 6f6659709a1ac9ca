import type { ContactUnitView } from '@irisflow/branding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

const same = (text: string) => ({ fr: text, nl: text, en: text });
const unit = {
  name: { fr: 'Service des allocations', nl: 'Dienst toelagen', en: 'Allowances' },
  person: 'Nadia B.',
  address: same('Rue de la Loi 1\n1000 Bruxelles'),
  phone: '02 123 45 67',
  email: 'allowances@housing.example',
  hours: same('9 – 12'),
};

describe('the contact unit of an administration', () => {
  let given: TestPlatform;
  let administrator: Visitor;
  let other: Visitor;
  let clerk: Visitor;

  beforeAll(async () => {
    given = await openTestPlatform();
    const staff = (name: string, role: 'agent' | 'administrator', administration = 'brussels-housing') =>
      givenPerson(given.app, given.casework, { name, roles: [role], administration });
    administrator = await staff('Karim', 'administrator');
    clerk = await staff('Amy', 'agent');
    other = await staff('Mia', 'administrator', 'brussels-mobility');
  });
  afterAll(() => given.close());

  const read = (who = administrator) => who.ask<ContactUnitView>('getContactUnit');
  const save = (revision: number, more: object = {}, who = administrator) =>
    who.call('saveContactUnit', { body: { revision, unit: { ...unit, ...more } } });

  it('is what an administrator says, for their own administration alone', async () => {
    expect(await read()).toEqual({ revision: 0, unit: null });
    expect((await save(0, {}, clerk)).statusCode).toBe(403);
    expect((await save(0, { person: ' ' })).json()).toEqual({ revision: 1, unit: { ...unit, person: null } });
    expect(await read(other)).toEqual({ revision: 0, unit: null });
  });

  it('is not overwritten by whoever began from an older one', async () => {
    const { revision } = await read();
    expect((await save(revision)).statusCode).toBe(200);
    expect((await save(revision)).json()).toMatchObject({ status: 409, code: 'STALE_REVISION' });
    expect((await save(0)).json()).toMatchObject({ status: 409, code: 'STALE_REVISION' });
  });

  it.each([
    ['a name in two languages', { name: { fr: 'Service', nl: 'Dienst', en: ' ' } }, '/name/en', 'required'],
    ['an address of five lines', { address: same('1\n2\n3\n4\n5') }, '/address/fr', 'maxLength'],
    ['words that no letter prints', { hours: same('9 – 12 王') }, '/hours/fr', 'unprintable'],
    ['a mail address that is none', { email: 'allowances' }, '/email', 'format'],
  ])('with %s is refused for the field', async (_what, more, pointer, keyword) => {
    const answer = await save((await read()).revision, more);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: object[] }>().errors).toMatchObject([{ pointer, keyword }]);
  });
});
