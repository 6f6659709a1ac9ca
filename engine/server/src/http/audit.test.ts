import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

interface Entry {
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

describe('the audit over the platform API', () => {
  let given: TestPlatform;
  let auditor: Visitor;
  let agent: Visitor;
  beforeAll(async () => {
    given = await openTestPlatform();
    const administration = 'brussels-housing';
    auditor = await givenPerson(given.app, given.casework, { name: 'Odile', roles: ['auditor'], administration });
    agent = await givenPerson(given.app, given.casework, { name: 'Bart', roles: ['agent'], administration });
    await givenPerson(given.app, given.casework, {
      name: 'Tom',
      roles: ['agent'],
      administration: 'brussels-mobility',
    });
  }, 120_000);
  afterAll(() => given.close());

  it('is found by action and day, with its detail', async () => {
    const { items } = await auditor.ask<{ items: Entry[] }>('listAudit', { query: { action: 'session.opened' } });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ action: 'session.opened', actorName: 'Bart', detail: {} });
    expect(await auditor.ask('listAudit', { query: { to: '2020-01-01' } })).toMatchObject({ total: 0 });
    expect((await auditor.call('listAudit', { query: { from: 'yesterday' } })).statusCode).toBe(400);
  });

  it('is verified on demand', async () => {
    expect(await auditor.ask('verifyAudit')).toMatchObject({ intact: true, anchoredAt: null, findings: [] });
    expect((await agent.call('verifyAudit')).statusCode).toBe(403);
  });

  it('is taken away as JSON lines of one’s own administration, and that is on record', async () => {
    const answer = await auditor.call('exportAudit');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment; filename="audit.jsonl"');
    const lines = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { chain: string; kind: string; action?: string });
    expect(new Set(lines.map(({ chain }) => chain))).toEqual(new Set(['brussels-housing']));
    expect(lines.at(-2)).toMatchObject({ kind: 'entry', action: 'audit.exported' });
    expect(lines.at(-1)).toMatchObject({ kind: 'head' });
  });
});
