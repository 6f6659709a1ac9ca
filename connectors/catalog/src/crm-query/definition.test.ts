import { runConnector } from '@irisflow/connector-sdk';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { beforeAll, describe, expect, it } from 'vitest';

import { crmLoad, crmLoadResult, crmQuery, crmUpsert } from '../index.ts';
import { itMeetsTheFaultsOfTheCrm } from '../testing/crm-faults.ts';
import { useSandboxWorld } from '../testing/sandbox-world.ts';

const hostile = String.raw`O'Neil \' OR Name != '`;

describe('a query of the CRM', () => {
  const world = useSandboxWorld();
  itMeetsTheFaultsOfTheCrm(world, crmQuery);

  const write = (reference: string, fields: Record<string, string>) =>
    world.run(crmUpsert, { object: 'Case', externalIdField: 'Case_Reference__c', externalId: reference, fields });

  beforeAll(async () => {
    await write('RA-1', { Subject: hostile, Status: 'New' });
    await write('RA-2', { Subject: 'Rent', Status: 'New' });
    await write('RA-3', { Subject: 'Taxi', Status: 'Closed' });
  });

  it('answers records without what belongs to the CRM alone', async () => {
    const outcome = await world.run(crmQuery, {
      query: 'SELECT Subject, Status FROM Case WHERE Status = :status AND Case_Reference__c IN :references',
      parameters: { status: 'New', references: ['RA-2', 'RA-3'] },
    });

    expect(outcome).toMatchObject({
      output: { total: 1, isComplete: true, records: [{ Subject: 'Rent', Status: 'New' }] },
    });
    expect(JSON.stringify(outcome)).not.toContain('attributes');
  });

  it('takes what somebody wrote as a text, whatever stands in it', async () => {
    const query = 'SELECT Case_Reference__c FROM Case WHERE Subject = :subject';

    expect(await world.run(crmQuery, { query, parameters: { subject: hostile } })).toMatchObject({
      output: { records: [{ Case_Reference__c: 'RA-1' }] },
    });
    expect(await world.run(crmQuery, { query, parameters: { subject: "x' OR Status = 'New" } })).toMatchObject({
      output: { total: 0 },
    });
  });

  it.each([
    ['a quotation mark', "SELECT Id FROM Case WHERE Subject = 'x'", {}, 'quotation mark'],
    ['a name without a value', 'SELECT Id FROM Case WHERE Subject = :subject', {}, '":subject"'],
    ['a date that is none', 'SELECT Id FROM Case WHERE Subject = :day.date', { day: '1 OR 1=1' }, 'a day or a moment'],
    ['a word it does not know', 'DELETE FROM Case', {}, 'MALFORMED_QUERY'],
  ])('waits for a person when the query holds %s', async (_, query, parameters, found) => {
    expect(await world.run(crmQuery, { query, parameters })).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining(found),
    });
  });

  it('reads page after page, as far as it was asked to', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => ({ Party_Id__c: `many-${index}`, LastName: 'Many' }));
    const load = await world.run(crmLoad, { object: 'Contact', externalIdField: 'Party_Id__c', rows });
    const loadId = (load as { output: { loadId: string } }).output.loadId;
    for (let kind = 'notYet'; kind === 'notYet';) kind = (await world.run(crmLoadResult, { loadId })).kind;
    const query = 'SELECT Party_Id__c FROM Contact WHERE LastName = :name';
    const ask = (most: number) => world.run(crmQuery, { query, parameters: { name: 'Many' }, most });

    expect(await ask(2000)).toMatchObject({ output: { total: 450, isComplete: true } });
    const part = await ask(250);
    expect(part).toMatchObject({ output: { total: 450, isComplete: false } });
    expect((part as { output: { records: unknown[] } }).output.records).toHaveLength(250);
  });

  const played = (answer: (url: string) => object, clientId: string) => ({
    caseHandle: handleOf('case-1'),
    secrets: {
      CRM_ACCESS: JSON.stringify({ housing: { url: 'https://crm.example', clientId, clientSecret: 'secret' } }),
    },
    allowList: { read: async () => ({ administration: 'housing', hosts: [] }), refused: async () => undefined },
    fetch: async ({ url }: { readonly url: string }) => {
      const text = JSON.stringify(answer(url));
      return { status: 200, headers: {}, bytes: Buffer.from(text), text };
    },
  });

  it.each([
    'https://elsewhere.example/services/data/x',
    '/services/oauth2/token',
    '//elsewhere.example/services/data/',
  ])('does not follow the CRM to %s', async (nextRecordsUrl) => {
    const asked: string[] = [];
    const answer = (url: string) => {
      asked.push(url);
      return url.includes('oauth2')
        ? { access_token: 'token', instance_url: 'https://crm.example' }
        : { totalSize: 1000, done: false, nextRecordsUrl, records: [] };
    };
    const outcome = await runConnector(crmQuery, crmQuery.example, played(answer, nextRecordsUrl));

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('leads elsewhere') });
    expect(asked).toHaveLength(2);
  });

  it('does not send its token to another address than the configured one', async () => {
    const answer = () => ({ access_token: 'token', instance_url: 'https://elsewhere.example' });
    const outcome = await runConnector(crmQuery, crmQuery.example, played(answer, 'another'));

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('configured address') });
  });
});
