import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

interface Preview {
  readonly draft: { readonly revision: number } | null;
  readonly changes: readonly { readonly path: string; readonly kind: string }[];
}

describe('an import', () => {
  let given: TestPlatform;
  let app: FastifyInstance;
  let housing: Visitor;
  let mobility: Visitor;
  let file: { name: string; content: Buffer };

  beforeAll(async () => {
    given = await openTestPlatform();
    ({ app } = given);
    const analyst = (name: string, administration: string) =>
      givenPerson(app, given.casework, { name, roles: ['analyst'], administration });
    housing = await analyst('Hugo', 'brussels-housing');
    mobility = await analyst('Mia', 'brussels-mobility');
    await givenProcedure(housing, 'rent-aid');
    const archive = await housing.call('exportProcedure', { params: { key: 'rent-aid' } });
    file = { name: 'rent-aid.zip', content: archive.rawPayload };
  });
  afterAll(() => given.close());

  it('under a key of its own is looked at, made, asked about when a draft is there, and taken back', async () => {
    const query = { key: 'ride-aid' };
    expect((await mobility.call('previewImport', { file })).json()).toMatchObject({ code: 'PROCEDURE_EXISTS' });
    expect(await mobility.ask<Preview>('previewImport', { query, file })).toMatchObject({ draft: null });
    const { revision } = await mobility.ask<{ revision: number }>('importProcedure', { query, file });
    const params = { key: 'ride-aid' };
    const extra = { path: 'extra.form.json', content: '{}', revision };
    await mobility.ask('saveProcedureFile', { params, body: extra });

    const { draft, changes } = await mobility.ask<Preview>('previewImport', { query, file });
    expect(changes).toEqual([{ path: 'extra.form.json', kind: 'removed' }]);
    const unasked = await mobility.call('importProcedure', { query, file });
    expect(unasked.json()).toMatchObject({ status: 409, code: 'STALE_REVISION' });

    const replaces = String(draft?.revision);
    const imported = await mobility.ask<{ revision: number }>('importProcedure', {
      query: { ...query, replaces },
      file,
    });
    const restored = await mobility.ask<{ files: { path: string }[] }>('restoreReplacedDraft', {
      params,
      body: { revision: imported.revision },
    });
    expect(restored.files.map(({ path }) => path)).toContain('extra.form.json');
  });
});
