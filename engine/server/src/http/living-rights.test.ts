import { execFileSync, spawnSync } from 'node:child_process';
import type { IdentityClaims } from '@irisflow/access';
import type { Movement } from '@irisflow/bank-files';
import { writeCoda } from '@irisflow/bank-files/testing';
import { marketRight } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { givenProcedure } from '../testing/given-case.ts';
import { givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, givenSession, type Visitor } from '../testing/visitor.ts';

const key = 'stand-permit';
const administration = 'brussels-housing';
const iban = 'BE68539007547034';
const system = { kind: 'job', name: 'operator' } as const;
const same = (text: string) => ({ fr: text, nl: text, en: text });

/** A permit with the stands that it covers, of which its certificate is the vignette. */
const permit = {
  ...marketRight,
  data: {
    type: 'object',
    required: ['place'],
    properties: {
      place: { type: 'string', maxLength: 60, label: same('Lieu'), searched: true },
      stands: { type: 'array', items: { type: 'string', maxLength: 40 }, label: same('Étals'), public: true },
    },
  },
};

const letter = (name: string, subject: string, paragraphs: readonly object[]) => ({
  kind: 'letter',
  formatVersion: 1,
  key: name,
  subject: same(subject),
  body: Object.fromEntries(
    ['fr', 'nl', 'en'].map((locale) => [
      locale,
      { type: 'doc', content: [{ type: 'paragraph', content: paragraphs }] },
    ]),
  ),
  mandatory: [],
});
const renewal = letter('renewal', 'Votre emplacement prend fin', [
  { type: 'text', text: 'Emplacement ' },
  { type: 'field', path: 'values.right.number' },
]);
const receipt = letter('receipt', 'Accusé de réception', [
  { type: 'text', text: 'Votre droit commence le ' },
  { type: 'field', path: 'values.startsOn', format: 'date' },
]);

interface Form {
  readonly schema: { readonly properties: Record<string, object> };
  readonly uischema: { readonly elements: readonly { readonly elements: object[] }[] };
  readonly translations: Readonly<Record<string, Record<string, string>>>;
  bindings?: { prefill: object[] };
}
/** Asks for the account, and takes the place from the right that is renewed. */
const asking = (form: Form): Form => {
  for (const [name, schema] of Object.entries({
    place: { type: 'string', maxLength: 60 },
    account: { type: 'string', format: 'iban' },
  })) {
    form.schema.properties[name] = schema;
    const widget = name === 'account' ? 'iban' : 'text';
    const control = {
      type: 'Control',
      id: `c_${name}`,
      scope: `#/properties/${name}`,
      i18n: name,
      options: { widget },
    };
    form.uischema.elements[0]?.elements.push(control);
    for (const texts of Object.values(form.translations)) texts[`${name}.label`] = name;
  }
  form.bindings = {
    prefill: [{ scope: '#/properties/place', source: 'right.place', mode: 'locked', onMissing: 'ask' }],
  };
  return form;
};

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replaceAll(/\s+/g, ' ');

describe('rights that live on, over HTTP, on the real engine', () => {
  let given: TestPlatform;
  let accountant: Visitor;
  let calls = 0;

  const publish = async (analyst: Visitor): Promise<void> => {
    const params = { key };
    await givenProcedure(analyst, key);
    const draft = await analyst.ask<{ revision: number; files: { path: string; content: string }[] }>(
      'getProcedureDraft',
      { params },
    );
    const contentOf = (path: string) => draft.files.find((one) => one.path === path)?.content ?? '{}';
    const description = JSON.parse(contentOf('procedure.json')) as object;
    const form = JSON.parse(contentOf('application.form.json')) as Form;
    let { revision } = draft;
    for (const [path, content] of [
      ['procedure.json', { ...description, audience: ['citizen', 'company'] }],
      ['application.form.json', asking(form)],
      ['stall.right.json', permit],
      ['renewal.letter.json', renewal],
      ['receipt.letter.json', receipt],
    ] as const)
      ({ revision } = await analyst.ask<{ revision: number }>('saveProcedureFile', {
        params,
        body: { path, content: JSON.stringify(content), revision },
      }));
    await analyst.ask('publishProcedure', { params, body: { note: 'Permits', revision } });
  };

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const analyst = await givenPerson(app, casework, { name: 'Ann', roles: ['analyst'], administration });
    const administrator = await givenPerson(app, casework, { name: 'Alma', roles: ['administrator'], administration });
    accountant = await givenPerson(app, casework, { name: 'Ada', roles: ['accountant'], administration });
    await administrator.ask('setPayee', { body: { iban, name: 'Housing', revision: 0 } });
    await publish(analyst);
  }, 60_000);
  afterAll(() => given.close());

  const today = (): string => new Date(given.clock.now()).toISOString().slice(0, 10);
  /** Files, as whomever they act for, and answers what the process does for the case. */
  const file = async (by: Visitor, more: object = {}, known?: string) => {
    const draftId =
      known ?? (await by.ask<{ id: string }>('createDraft', { body: { procedureKey: key, language: 'fr' } })).id;
    const { caseId } = await by.ask<{ caseId: string }>('submitApplication', {
      params: { draftId },
      body: { data: { request: 'A stand', place: 'Flagey', ...more }, language: 'fr', despite: 'Another one' },
    });
    const connector = await givenConnector(given, caseId);
    const step = <Reply>(name: Parameters<Visitor['ask']>[0], body: object): Promise<Reply> =>
      connector.ask<Reply>(name, { body, headers: { 'idempotency-key': `step-${(calls += 1)}` } });
    return { caseId, step };
  };
  const pay = async (communication: string, cents: bigint): Promise<void> => {
    const digits = communication.replaceAll(/\D/g, '');
    const movements: readonly Partial<Movement>[] = [{ cents, communication: { kind: 'structured', digits } }];
    const coda = writeCoda({ account: iban, owner: 'HOUSING', number: '001', day: today(), opening: 0n, movements });
    await accountant.ask('importStatements', { file: { name: 'coda.txt', content: Buffer.from(coda, 'latin1') } });
  };

  it('story 21: who manages a company acts under a mandate of CSAM, adds a stand, pays by its communication and has the vignette', async () => {
    const { app, casework } = given;
    const claims: IdentityClaims & { readonly mandates: readonly object[] } = {
      issuer: 'test',
      subject: 'Tom',
      name: 'Tom',
      language: 'fr',
      email: 'tom@example.org',
      roles: ['citizen'],
      groups: [],
      mandates: [{ enterpriseNumber: '0403170701', name: 'Taxis Verts', procedures: [key] }],
    };
    const { id: personId } = await casework.identity.upsertPerson(system, claims);
    const tom = await givenSession(app, casework, { personId });
    const { held } = await tom.ask<{ held: { id: string; mandator: string }[] }>('listMyMandates');
    expect(held).toMatchObject([{ mandator: 'Taxis Verts' }]);
    await tom.ask('actFor', { body: { mandateId: held[0]?.id ?? '' } });

    const first = await file(tom);
    const { rightId } = await first.step<{ rightId: string }>('changeRight', {
      action: 'grant',
      kind: 'stall',
      data: { place: 'Flagey', stands: ['1-ABC-111'] },
    });
    const adding = await file(tom, { request: 'One more: 1-ABC-222' });
    const fee = { kind: 'fee', label: same('Vignette'), legalReference: 'Art. 12', reminderDays: 7, noticeDays: 14 };
    const owed = await adding.step<{ receivableId: string; communication: string }>('askPayment', {
      ...fee,
      amount: '75.00',
      days: 30,
    });
    const asked = () => tom.ask<{ state: string; communication: string }>('getMyPayment', { params: owed });
    expect(await asked()).toMatchObject({ state: 'open', communication: expect.stringMatching(/^\+{3}/) });
    casework.start({ pollMs: 200, onFailure: () => undefined });
    await pay(owed.communication, 7_500n);
    await vi.waitFor(async () => expect(await asked()).toMatchObject({ state: 'paid' }), {
      timeout: 25_000,
      interval: 200,
    });
    await adding.step('changeRight', {
      action: 'change',
      rightId,
      data: { place: 'Flagey', stands: ['1-ABC-111', '1-ABC-222'] },
    });

    const params = { rightId };
    expect(await tom.ask('getMyRight', { params })).toMatchObject({ standing: 'valid' });
    const vignette = await tom.call('printMyRightCertificate', { params });
    expect(vignette.headers['content-type']).toContain('application/pdf');
    // It is the company’s: who manages it has none of it for themselves.
    await tom.ask('actFor', { body: { mandateId: null } });
    expect((await tom.call('printMyRightCertificate', { params })).statusCode).toBe(404);
    expect(await tom.ask('listMyRights')).toEqual([]);
    if (!hasPoppler) return;
    expect(textOf(vignette.rawPayload)).toContain('1-ABC-222');
  }, 90_000);

  it('story 19: who is invited finds it filled in, adds an account, and reads in French from which day the right is theirs', async () => {
    const { app, casework } = given;
    const mother = await givenPerson(app, casework, { name: 'Mia', roles: ['citizen'] });
    const [ann, bob] = await Promise.all(
      ['Ann C', 'Bob C'].map((name) =>
        givenPerson(app, casework, { name, roles: ['agent', 'communicator'], administration }),
      ),
    );
    const before = await file(mother, { place: 'Jette' });
    await before.step('changeRight', { action: 'grant', kind: 'stall', data: { place: 'Jette' } });
    await mother.ask('chooseChannels', { body: { channels: ['portal'] } });

    const words = { fr: 'Renouvelez votre droit', nl: 'Vernieuw uw recht', en: '' };
    const plan = {
      name: 'Renewals',
      title: words,
      purpose: words,
      legalBasis: words,
      ground: 'task',
      selection: {
        from: 'rights',
        procedureKey: key,
        kind: 'stall',
        states: ['active'],
        ends: null,
        where: [{ field: 'place', is: 'Jette' }],
        language: null,
        without: null,
      },
      procedureKey: key,
      link: 'renewalOf',
      letter: 'renewal',
      beginsOn: today(),
      endsOn: today(),
      perDay: 10,
      perHour: 10,
      officeHours: false,
      stopShare: 50,
    };
    const { id: campaignId } = await (ann as Visitor).ask<{ id: string }>('createCampaign', { body: plan });
    await (ann as Visitor).ask('proposeCampaign', { params: { campaignId } });
    await (bob as Visitor).ask('startCampaign', { params: { campaignId } });
    const invited = await vi.waitFor(
      async () => {
        await casework.campaigns.watch(system, {});
        const [found] = await mother.ask<{ id: string; state: string }[]>('listMyInvitations');
        if (found === undefined) throw new Error('Expected an invitation, but there is none');
        return found;
      },
      { timeout: 20_000, interval: 200 },
    );
    expect(invited).toMatchObject({ state: 'open', title: { fr: 'Renouvelez votre droit' } });
    const { draftId } = await mother.ask<{ draftId: string }>('answerInvitation', {
      params: { recipientId: invited.id },
      body: { language: 'fr' },
    });
    const { data } = await mother.ask<{ data: object }>('getDraft', { params: { draftId } });
    expect(data).toMatchObject({ place: 'Jette' });

    const { caseId, step } = await file(mother, { ...data, account: iban }, draftId);
    const startsOn = '2027-01-01';
    await step('changeRight', { action: 'grant', kind: 'stall', data: { place: 'Jette' }, effectiveOn: startsOn });
    await step('createLetter', { template: 'receipt', channel: ['portal'], values: { startsOn } });
    const { letters } = await mother.ask<{ letters: { documentId: string; language: string; subject: string }[] }>(
      'getMyCase',
      { params: { caseId } },
    );
    expect(letters).toMatchObject([{ language: 'fr' }]);
    const params = { caseId, documentId: letters[0]?.documentId ?? '' };
    const pdf = await mother.call('downloadMyDocument', { params });
    expect(pdf.statusCode).toBe(200);
    await casework.campaigns.watch(system, {});
    expect(await mother.ask('listMyInvitations')).toMatchObject([{ state: 'answered' }]);
    if (!hasPoppler) return;
    expect(textOf(pdf.rawPayload)).toContain('Votre droit commence le 1er janvier 2027');
  }, 90_000);
});
