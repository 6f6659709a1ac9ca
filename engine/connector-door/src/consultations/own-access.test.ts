import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedure,
  type TestCasework,
} from '@irisflow/platform/testing';

const register = 'be-national-register';
/** Of the operator's own network, and permitted by the operator, with or without encryption. */
const inHouse = 'register.internal:8443';
const text = (word: string) => ({ fr: `${word} (fr)`, nl: `${word} (nl)`, en: word });

describe.each([usualStore])('an access of the administration’s own, on %s', (kind) => {
  let given: TestCasework;
  let administrator: Actor;
  let analyst: Actor;
  let caseId = '';
  let keys = 0;

  beforeAll(async () => {
    given = await openTestCasework({ kind, privateHosts: [inHouse] });
    const { casework } = given;
    await givenAdministrations(casework);
    administrator = await givenStaff(casework, { name: 'Ada', roles: ['administrator'] });
    analyst = await givenStaff(casework, { name: 'Ann', roles: ['analyst'] });
    await givenPublished(casework, sampleProcedure());
    caseId = await givenCase(casework, await givenCitizen(casework));
    await casework.authorizations.grantAuthorization(administrator, {
      procedureKey: 'rent-aid',
      sourceKey: register,
      purpose: text('verify the household'),
      legalBasis: 'Ord. 2003, art. 7',
      fields: ['lastName'],
    });
  });
  afterAll(() => given.close());

  const access = () => given.casework.sourceAccess;
  const wanted = { sourceKey: register, address: 'https://register.example/rr', secret: 'token-of-housing' };
  const asConnectorOf = (source: string) =>
    given.casework.consultations.askConsultation(
      {
        ...connectorOf(caseId),
        connector: source,
        work: { job: '77', process: 'rent-aid', element: 'ask-register' },
      },
      { idempotencyKey: `access-${(keys += 1)}`, source: register, subject: '85000099712' },
    );

  test('is handed to the connector of the source alone, is shown to nobody, and is kept sealed', async () => {
    expect(await asConnectorOf(register)).not.toHaveProperty('access');
    expect(JSON.stringify(await access().setSourceAccess(administrator, wanted))).not.toContain(wanted.secret);
    const { sourceKey: _, ...told } = wanted;
    expect(await asConnectorOf(register)).toMatchObject({ permitted: true, access: { ...told, user: null } });
    expect(await asConnectorOf('http-json')).not.toHaveProperty('access');
    expect(JSON.stringify(await access().listSourceAccess(administrator, {}))).not.toContain(wanted.secret);
    for (const table of ['source_access', 'audit_entry', 'idempotent_reply'])
      expect(JSON.stringify(await given.database.query(`select * from casework.${table}`))).not.toContain(
        wanted.secret,
      );
  });

  test('goes with the address to the same place only, and is over once it is removed', async () => {
    await access().setSourceAccess(administrator, wanted);
    const { secret: _, ...silent } = wanted;
    await access().setSourceAccess(administrator, { ...silent, address: 'https://register.example/v2' });
    expect(await asConnectorOf(register)).toMatchObject({
      access: { address: 'https://register.example/v2', secret: wanted.secret },
    });
    await expect(
      access().setSourceAccess(administrator, { ...silent, address: 'https://elsewhere.example/rr' }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/secret', keyword: 'required' }] });
    await access().removeSourceAccess(administrator, { sourceKey: register });
    expect(await asConnectorOf(register)).not.toHaveProperty('access');
  });

  test('is asked for anew where the same host would be reached without encryption', async () => {
    const { secret, ...silent } = wanted;
    await access().setSourceAccess(administrator, { ...silent, secret, address: `https://${inHouse}/` });
    const downgraded = { ...silent, address: `http://${inHouse}/` };
    await expect(access().setSourceAccess(administrator, downgraded)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/secret', keyword: 'required' }],
    });
    expect(await asConnectorOf(register)).toMatchObject({ access: { address: `https://${inHouse}/`, secret } });
    await access().removeSourceAccess(administrator, { sourceKey: register });
  });

  test.each(['http://register.example', 'https://10.0.0.1/', 'https://localhost/', 'https://me:pw@register.example/'])(
    'never leads to %s',
    async (address) => {
      await expect(access().setSourceAccess(administrator, { ...wanted, address })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer: '/address' }],
      });
    },
  );

  test('is given by who administers the administration, for a source of its procedures', async () => {
    await expect(access().setSourceAccess(analyst, wanted)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      access().setSourceAccess(administrator, { ...wanted, sourceKey: 'be-lease-register' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const taxi = await givenStaff(given.casework, { name: 'Tia', roles: ['administrator'], administration: 'taxi' });
    await access().setSourceAccess(administrator, wanted);
    expect(await access().listSourceAccess(taxi, {})).toEqual([]);
    await expect(access().removeSourceAccess(taxi, { sourceKey: register })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await access().removeSourceAccess(administrator, { sourceKey: register });
  });
});
