import { marketRight } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

const system = { kind: 'job', name: 'operator' } as const;
const same = (text: string) => ({ fr: text, nl: text, en: text });
const [holding, asking] = ['market-stalls', 'taxi-rank'];
const sourceKey = `right-${holding}-stall`;
const nationalNumber = '85073000160';

const stall = {
  ...marketRight,
  source: { fields: ['number', 'state', 'place'], authorization: same('Deliberation 24/010') },
};
const declared = {
  key: sourceKey,
  name: same('Market stalls'),
  what: same('the stall'),
  purpose: same('Verify the stall'),
  legalBasis: 'Ordinance of 2024',
  fields: ['number', 'state', 'place', 'fee'],
};

interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}
type Step = <Reply>(name: Parameters<Visitor['ask']>[0], body: object) => Promise<Reply>;
type Permission = { readonly permitted: boolean; readonly consultationId: string; readonly refusal?: string };

describe('rights of one administration as a source of another one, over HTTP', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let holder: Visitor;
  let holderAdministrator: Visitor;
  let clerk: Visitor;
  let administrator: Visitor;
  let calls = 0;

  const publish = async (
    analyst: Visitor,
    key: string,
    change: (draft: Draft) => { path: string; content: object },
  ) => {
    const params = { key };
    await givenProcedure(analyst, key);
    const draft = await analyst.ask<Draft>('getProcedureDraft', { params });
    const { path, content } = change(draft);
    const body = { path, content: JSON.stringify(content), revision: draft.revision };
    const { revision } = await analyst.ask<Draft>('saveProcedureFile', { params, body });
    await analyst.ask('publishProcedure', { params, body: { note: 'Rights', revision } });
  };
  /** A case with its process, which asks the platform what its steps say. */
  const open = async (procedureKey: string): Promise<{ caseId: string; step: Step }> => {
    const caseId = await givenCase(citizen, procedureKey);
    const connector = await givenConnector(given, caseId);
    return {
      caseId,
      step: (name, body) => connector.ask(name, { body, headers: { 'idempotency-key': `step-${(calls += 1)}` } }),
    };
  };
  const ask = async (step: Step) => {
    const permission = await step<Permission>('askConsultation', { source: sourceKey, subject: nationalNumber });
    if (!permission.permitted) return permission;
    const { consultationId } = permission;
    const told = await step<{ answer: string; values: object; words: object }>('askRight', { consultationId });
    await step('recordConsultationOutcome', { consultationId, outcome: 'found' });
    const answer = { answer: told.answer, ...told.values, words: told.words };
    const question = { rightSource: sourceKey, nationalNumber };
    await step('keepSourceAnswer', { consultationIds: [consultationId], question, answer });
    return told;
  };
  const steer = (by: Visitor, action: 'stop' | 'resume') =>
    by.ask('steerRightSource', { params: { key: sourceKey }, body: { action, reason: 'Control' } });

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const person = (name: string, role: 'agent' | 'analyst' | 'administrator', administration: string) =>
      givenPerson(app, casework, { name, roles: [role], administration });
    const [housing, mobility] = ['brussels-housing', 'brussels-mobility'];
    citizen = await givenPerson(app, casework, { name: 'Cy', roles: ['citizen'], nationalNumber });
    holder = await person('Bart', 'agent', housing);
    holderAdministrator = await person('Olga', 'administrator', housing);
    clerk = await person('Dina', 'agent', mobility);
    administrator = await person('Ada', 'administrator', mobility);
    await publish(await person('Ann', 'analyst', housing), holding, () => ({
      path: 'stall.right.json',
      content: stall,
    }));
    await publish(await person('Max', 'analyst', mobility), asking, ({ files }) => {
      const path = 'procedure.json';
      const description = JSON.parse(files.find((file) => file.path === path)?.content ?? '{}') as object;
      return { path, content: { ...description, sources: [declared] } };
    });
  }, 60_000);
  afterAll(() => given.close());

  it('story: who holds a stall proves it nowhere, reads who asked, and both offices see what became of it', async () => {
    const { step: grants } = await open(holding);
    const { rightId, number } = await grants<{ rightId: string; number: string }>('changeRight', {
      action: 'grant',
      kind: 'stall',
      data: { place: 'Place Flagey', fee: '120.00' },
    });
    const { caseId, step } = await open(asking);

    expect(await clerk.ask('listRightSources')).toMatchObject([
      {
        key: sourceKey,
        isOwn: false,
        standing: 'open',
        fields: [{ name: 'number' }, { name: 'state' }, { name: 'place' }],
      },
    ]);
    expect(await ask(step)).toMatchObject({ permitted: false, refusal: 'NO_AUTHORIZATION' });
    const { key: _key, name: _name, what: _what, ...terms } = declared;
    await administrator.ask('grantSourceAuthorization', { body: { procedureKey: asking, sourceKey, ...terms } });
    expect(await ask(step)).toMatchObject({
      answer: 'found',
      values: { number, state: 'active', place: 'Place Flagey' },
    });

    const [consultation] = await citizen.ask<object[]>('listMyConsultations');
    expect(consultation).toMatchObject({
      by: { en: 'Brussels Mobility' },
      source: same('Market stalls'),
      purpose: same('Verify the stall'),
      outcome: 'answered',
      caseId,
    });
    const asked = await holder.ask<{ items: object[] }>('listRightQuestions', { query: { rightId } });
    expect(asked.items).toMatchObject([
      { by: { en: 'Brussels Mobility' }, answer: 'found', right: { id: rightId, number }, fields: stall.source.fields },
    ]);
    expect(await clerk.ask('listRightQuestions')).toMatchObject({ items: [], total: 0 });

    await grants('changeRight', { action: 'suspend', rightId });
    await given.casework.rightSources.follow(system, {});
    expect(await clerk.ask('listFacts', { params: { caseId } })).toMatchObject({
      openChanges: [{ sourceKey, fields: [{ field: 'state', label: { en: 'State' } }] }],
    });

    expect(
      (await clerk.call('steerRightSource', { params: { key: sourceKey }, body: { action: 'stop', reason: 'x' } }))
        .statusCode,
    ).toBe(403);
    await steer(holderAdministrator, 'stop');
    expect(await ask(step)).toMatchObject({ permitted: false, refusal: 'NO_AUTHORIZATION' });
    expect(await clerk.ask('listRightSources')).toEqual([]);
    await steer(holderAdministrator, 'resume');
    expect(await ask(step)).toMatchObject({ answer: 'found', values: { state: 'suspended' } });
  });
});
