import { unzipSync, strFromU8 } from 'fflate';
import { connectorOf, givenPublished, inspectionFolder } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

const pdf = {
  name: '../proof of <me>.pdf',
  content: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000, 1)]),
};

describe('everything that is held about me', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let neighbor: Visitor;

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const name = { fr: 'Logement', nl: 'Huisvesting', en: 'Housing' };
    const system = { kind: 'job', name: 'operator' } as const;
    await casework.identity.seedAdministrations(system, { administrations: [{ key: 'housing', name }] });
    await givenPublished(casework, inspectionFolder());
    citizen = await givenPerson(app, casework, { name: 'Léa <b>', roles: ['citizen'] });
    neighbor = await givenPerson(app, casework, { name: 'Noor', roles: ['citizen'] });
    await givenCaseWithLease();
    await givenInspection();
    await givenWords();
  });
  afterAll(() => given.close());

  const givenCaseWithLease = async () => {
    const draft = await citizen.ask<{ id: string }>('createDraft', {
      body: { procedureKey: 'rent-aid', language: 'nl' },
    });
    const params = { draftId: draft.id };
    const { mediaType: _type, ...lease } = await citizen.ask<{ mediaType: string }>('addDraftDocument', {
      params,
      query: { pointer: '/lease' },
      file: pdf,
    });
    const data = { nationalNumber: '85000099712', lastName: 'Léa', rent: 700, hasLease: true, lease: [lease] };
    await citizen.ask('submitApplication', { params, body: { data, language: 'nl' } });
  };

  const givenInspection = async () => {
    const [mine] = await citizen.ask<{ id: string }[]>('listMyCases');
    const order = { idempotencyKey: 'visit', key: 'open', address: 'Rue <Haute> 1', subject: 'Humide ?' };
    await given.casework.caseStore.askInspection(connectorOf(mine?.id ?? ''), order);
  };

  const givenWords = async () => {
    const [mine] = await citizen.ask<{ id: string }[]>('listMyCases');
    const params = { caseId: mine?.id ?? '' };
    await citizen.ask('giveFeedback', { params, body: { moment: 'filed', score: 2, comment: 'Traag <b>' } });
    await citizen.ask('writeToOffice', { params, body: { text: 'Wanneer?', documents: [] } });
  };

  const archiveOf = async (who: Visitor) => {
    const answer = await who.call('exportMyData', { query: { language: 'nl' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/zip');
    return unzipSync(new Uint8Array(answer.rawPayload));
  };
  const textOf = (archive: Record<string, Uint8Array>, path: string) => strFromU8(archive[path] ?? new Uint8Array());

  it('is a page to read in my language and data for machines, with my cases', async () => {
    const archive = await archiveOf(citizen);
    const held = JSON.parse(textOf(archive, 'data.json')) as { cases: { reference: string }[] };
    expect(held).toMatchObject({ person: { name: 'Léa <b>' }, cases: [{ procedureKey: 'rent-aid' }] });
    const page = textOf(archive, 'index.html');
    expect(page).toContain('<html lang="nl">');
    expect(page).toContain(held.cases[0]?.reference);
    expect(page).toContain('Léa &lt;b&gt;');
    expect(page).toContain('Woningbezoek · Huisvesting · Rue &lt;Haute&gt; 1');
    expect(page).toContain('na het indienen · 2/5 · Traag &lt;b&gt;');
    expect(page).toContain('aanvrager · Wanneer?');
    expect(held).toMatchObject({ feedback: [{ moment: 'filed', score: 2 }], messages: [{ text: 'Wanneer?' }] });
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('[object Object]');
  });

  it('holds nothing of anybody else', async () => {
    const held = JSON.parse(textOf(await archiveOf(neighbor), 'data.json')) as object;
    expect(held).toMatchObject({ person: { name: 'Noor' }, cases: [], drafts: [] });
  });

  it('writes no file out of its folder', async () => {
    const paths = Object.keys(await archiveOf(citizen));
    expect(paths.filter((path) => path.startsWith('documents/BH-RA-'))).toHaveLength(1);
    for (const path of paths) expect(path).not.toMatch(/\.\.\/|^\/|[<>]/);
  });

  it('is for whoever is signed in as a citizen', async () => {
    expect((await visitor(given.app).call('exportMyData', { query: { language: 'nl' } })).statusCode).toBe(401);
  });
});
