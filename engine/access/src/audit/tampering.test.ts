import { usualStore } from '@irisflow/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import {
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenPublished,
  givenStaff,
  system,
} from '@irisflow/platform/testing';
import { createAnchorKey, readAnchors } from './anchor.ts';
import { entryHash, type AuditContent } from './entry-hash.ts';
import { exportedChains } from './exported-chains.ts';
import { judgeChains } from './judge-chains.ts';

interface StoredRow extends Record<string, unknown>, Omit<AuditContent, 'sequence' | 'at'> {
  readonly sequence: string;
  readonly at: Date | string;
  readonly hash: string;
  readonly previous_hash: string;
}

const housing = { chain: 'housing' };

/** The owner of the store is the attacker: no trigger, no policy and no right stops them. */
describe.each([usualStore])('audit that the owner of %s tampers with', (kind) => {
  let given: TestCasework;
  let auditor: Actor;
  let lines: string[];
  const key = createAnchorKey();

  const anchors = {
    ...key,
    read: async () => lines.map((line) => `${line}\n`).join(''),
    append: async (line: string) => void lines.push(line),
  };

  beforeEach(async () => {
    lines = [];
    given = await openTestCasework({ kind, anchors });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    auditor = await givenStaff(given.casework, { name: 'Odile', roles: ['auditor'] });
    for (let index = 0; index < 5; index += 1)
      await givenStaff(given.casework, { name: `A${index}`, roles: ['agent'] });
  });
  afterEach(() => given.close());

  const anchorAt = async (iso: string): Promise<boolean> => {
    given.clock.set(iso);
    return given.casework.audit.anchorAudit({ kind: 'job', name: 'auditProof' }, {});
  };
  const verify = () => given.casework.audit.verifyAudit({ kind: 'job', name: 'auditProof' }, {});
  const findings = async () => (await verify()).chains.flatMap((chain) => chain.findings);
  const asOwner = async (...statements: string[]) => {
    await given.database.query('alter table casework.audit_entry disable trigger all');
    for (const statement of statements) await given.database.query(statement);
  };
  const lastOf = async (): Promise<number> => {
    const [row] = await given.database.query<{ n: number }>(
      `select max(sequence)::int as n from casework.audit_entry where chain = 'housing'`,
    );
    return row?.n ?? 0;
  };

  /** Changes an entry, and writes every hash after it and the head anew, so that the table agrees with itself. */
  const rewrite = async (from: number): Promise<void> => {
    await asOwner(
      `update casework.audit_entry set object = 'person:somebody' where chain = 'housing' and sequence = ${from}`,
    );
    const rows = await given.database.query<StoredRow>(
      `select * from casework.audit_entry where chain = 'housing' order by sequence`,
    );
    let previous = '0'.repeat(64);
    for (const { hash: _, previous_hash: __, ...content } of rows) {
      const hash = entryHash(previous, {
        ...content,
        sequence: Number(content.sequence),
        at: new Date(content.at).toISOString(),
      });
      await given.database.query(
        `update casework.audit_entry set hash = $1, previous_hash = $2 where chain = 'housing' and sequence = $3`,
        [hash, previous, content.sequence],
      );
      previous = hash;
    }
    await given.database.query(`update casework.audit_head set hash = $1 where chain = 'housing'`, [previous]);
  };

  test('is intact while nobody does, and anchored once a change', async () => {
    expect(await anchorAt('2026-11-25T10:00:00Z')).toBe(true);
    expect(await anchorAt('2026-11-25T10:05:00Z')).toBe(false);
    await givenStaff(given.casework, { name: 'B', roles: ['agent'] });
    expect(await anchorAt('2026-11-25T10:10:00Z')).toBe(true);
    expect(lines).toHaveLength(2);
    const verdict = await verify();
    expect(verdict).toMatchObject({ intact: true, anchors: [] });
    expect(verdict.chains).toContainEqual(
      expect.objectContaining({ ...housing, anchoredAt: '2026-11-25T10:10:00.000Z' }),
    );
    expect((await given.casework.audit.verifyAudit(auditor, {})).chains.map(({ chain }) => chain)).toEqual(['housing']);
  });

  test('a changed entry is named, with the anchor before it', async () => {
    await anchorAt('2026-11-25T10:00:00Z');
    const before = await lastOf();
    await givenStaff(given.casework, { name: 'B', roles: ['agent'] });
    await asOwner(
      `update casework.audit_entry set actor = 'nobody' where chain = 'housing' and sequence = ${before + 1}`,
    );
    expect(await findings()).toEqual([
      { ...housing, problem: 'entryChanged', from: before + 1, since: '2026-11-25T10:00:00.000Z' },
    ]);
  });

  test('a chain that was written anew, hashes and head and all, differs from its anchor', async () => {
    const first = await lastOf();
    await anchorAt('2026-11-25T10:00:00Z');
    await givenStaff(given.casework, { name: 'B', roles: ['agent'] });
    await anchorAt('2026-11-25T10:10:00Z');
    await rewrite(first + 1);
    expect(await findings()).toEqual([
      { ...housing, problem: 'anchorDiffers', from: first + 1, since: '2026-11-25T10:00:00.000Z' },
    ]);
    await rewrite(2);
    expect(await findings()).toEqual([{ ...housing, problem: 'anchorDiffers', from: 1, since: null }]);
  });

  test('a tail that was cut is missed, with and without its head', async () => {
    await anchorAt('2026-11-25T10:00:00Z');
    const last = await lastOf();
    await asOwner(`delete from casework.audit_entry where chain = 'housing' and sequence > ${last - 2}`);
    expect((await findings())[0]).toEqual({ ...housing, problem: 'tailMissing', from: last - 1, since: null });
    await given.database.query(
      `update casework.audit_head h set sequence = e.sequence, hash = e.hash from casework.audit_entry e
        where h.chain = 'housing' and e.chain = 'housing' and e.sequence = ${last - 2}`,
    );
    expect(await findings()).toEqual([{ ...housing, problem: 'anchoredMissing', from: last - 1, since: null }]);
  });

  test('a chain that was dropped is missed', async () => {
    await anchorAt('2026-11-25T10:00:00Z');
    await asOwner(
      `delete from casework.audit_entry where chain = 'housing'`,
      `delete from casework.audit_head where chain = 'housing'`,
    );
    expect(await findings()).toEqual([{ ...housing, problem: 'anchoredMissing', from: 1, since: null }]);
  });

  test('anchors that were taken out, changed or signed by another key are named', async () => {
    for (const minute of ['00', '10', '20']) {
      await givenStaff(given.casework, { name: `M${minute}`, roles: ['agent'] });
      await anchorAt(`2026-11-25T10:${minute}:00Z`);
    }
    const whole = [...lines];
    lines = whole.filter((_, place) => place !== 1);
    const changed = { problem: 'anchorsChanged', chain: null, from: 2, since: '2026-11-25T10:00:00.000Z' };
    expect((await verify()).anchors).toEqual([changed]);
    lines = whole.map((line, place) => (place === 1 ? line.replace('10:10', '10:11') : line));
    expect(await verify()).toMatchObject({ intact: false, anchors: [changed] });
    expect(readAnchors(whole.join('\n'), createAnchorKey().publicKey).findings).toMatchObject([
      { problem: 'anchorsChanged', from: 1, since: null },
    ]);
  });

  test('an export is judged without the store, and a changed line of it is named', async () => {
    await anchorAt('2026-11-25T10:00:00Z');
    let text = '';
    for await (const part of await given.casework.audit.exportAudit({ kind: 'job', name: 'auditProof' }, {}))
      text += part;
    const read = (content: string) =>
      exportedChains(async function* () {
        yield* content.split('\n');
      });
    const { anchors: known } = readAnchors(await anchors.read(), key.publicKey);
    const whole = await judgeChains(read(text), known, null);
    expect(whole).toMatchObject([{ chain: 'housing', intact: true, anchoredAt: '2026-11-25T10:00:00.000Z' }]);
    const forged = await judgeChains(read(text.replace('"person.stored"', '"person.forged"')), known, null);
    expect(forged.flatMap((verdict) => verdict.findings)).toMatchObject([{ problem: 'entryChanged' }]);
    await expect(judgeChains(read('{"kind":"entry"}'), [], null)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('readers find by who, what, about what and when, with the detail', async () => {
    const agent = await givenStaff(given.casework, { name: 'Finder', roles: ['analyst'] });
    await given.casework.procedures.createProcedure(agent, { key: 'found', title: 'Found' });
    const log = await given.casework.audit.listAudit(auditor, {
      actor: `person:${agent.kind === 'person' ? agent.person.id : ''}`,
      from: '2026-11-25',
      to: '2026-11-25',
    });
    expect(log.total).toBeGreaterThan(0);
    expect(log.items[0]).toMatchObject({
      actorName: 'Finder',
      detail: expect.any(Object),
      previousHash: expect.any(String),
    });
    expect((await given.casework.audit.listAudit(auditor, { from: '2026-11-26' })).total).toBe(0);
    expect((await given.casework.audit.listAudit(auditor, { to: '2026-11-24' })).total).toBe(0);
    expect((await given.casework.audit.listAudit(auditor, { action: 'person.stored' })).total).toBeGreaterThan(5);
    expect((await given.casework.audit.listAudit(auditor, { object: 'person:nobody' })).total).toBe(0);
    await expect(given.casework.audit.verifyAudit(agent, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(given.casework.audit.exportAudit({ kind: 'job', name: 'outbox' }, {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await given.casework.audit.verifyAudit(system, {})).toMatchObject({ intact: true });
  });
});
