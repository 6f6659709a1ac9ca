import { describe, expect, it } from 'vitest';

import { crmUpsert } from '../index.ts';
import { itMeetsTheFaultsOfTheCrm } from '../testing/crm-faults.ts';
import { useSandboxWorld } from '../testing/sandbox-world.ts';

describe('writing a record of the CRM', () => {
  const world = useSandboxWorld();
  itMeetsTheFaultsOfTheCrm(world, crmUpsert);
  const write = (externalId: string, fields: Parameters<typeof crmUpsert.run>[0]['fields']) =>
    world.run(crmUpsert, { object: 'Contact', externalIdField: 'Party_Id__c', externalId, fields });

  it('creates it once, then changes it: a job that is delivered twice does no harm', async () => {
    const first = await write('party/1 & more', { LastName: 'Varnelle', Email: 'ines@example.org' });
    const again = await write('party/1 & more', { LastName: 'Varnelle', Email: null });

    expect(first).toMatchObject({ output: { isNew: true, id: expect.stringMatching(/^003\w{15}$/) } });
    expect(again).toMatchObject({ output: { isNew: false } });
    const page = await (await fetch(`${world.sandbox().url}/crm`)).text();
    expect(page.match(/party\/1 &amp; more/g)).toHaveLength(1);
    expect(page).not.toContain('ines@example.org');
  });

  it.each([
    ['lacks what the CRM asks for', { FirstName: 'Inès' }, 'REQUIRED_FIELD_MISSING', ['LastName']],
    ['is too long', { LastName: 'x'.repeat(300) }, 'STRING_TOO_LONG', ['LastName']],
  ])('says by CRM_REFUSED that a record %s', async (_, fields, reason, named) => {
    expect(await write('party-2', fields)).toMatchObject({
      kind: 'bpmnError',
      code: 'CRM_REFUSED',
      variables: { reason, fields: named },
    });
  });

  it('waits for a person when the model names a field or an object that the CRM does not know', async () => {
    const field = await write('party-3', { LastName: 'x', Nonsense__c: 'y' });
    const object = await world.run(crmUpsert, { ...crmUpsert.example, object: 'Nonsense' });

    expect(field).toMatchObject({ kind: 'incident', message: expect.stringContaining('INVALID_FIELD') });
    expect(object).toMatchObject({ kind: 'incident', message: expect.stringContaining('NOT_FOUND') });
  });

  it('is refused before anything is sent when a name could leave its place in the address', async () => {
    const outcome = await world.run(crmUpsert, { ...crmUpsert.example, object: '../../oauth2' });

    expect(outcome).toMatchObject({ kind: 'incident' });
  });
});
