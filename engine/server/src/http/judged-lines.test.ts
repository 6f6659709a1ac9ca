import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure, processOf, taskOf } from '../testing/given-case.ts';
import { givenConnector, instanceOfCase, variableOf } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

const key = 'project-claim';
const administration = 'brussels-housing';
const same = (text: string) => ({ fr: text, nl: text, en: text });

const control = (name: string, widget: string, more: object = {}) => ({
  type: 'Control',
  id: `c_${name}`,
  scope: `#/properties/${name}`,
  i18n: name,
  options: { widget },
  ...more,
});
const isStruck = { scope: '#/properties/eligible', schema: { const: false } };
const reasons = ['vatRecoverable', 'outsidePeriod', 'noProof'];

/** The lines of the invoices as they were claimed, and of each whether it counts, and why not. */
const linesOf = ({ isJudged }: { readonly isJudged: boolean }) => {
  const given = isJudged ? { readOnly: true } : {};
  const judging = {
    eligible: { type: 'boolean' },
    reason: { type: 'string', oneOf: reasons.map((reason) => ({ const: reason, title: `reason.${reason}` })) },
  };
  return {
    schema: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        properties: {
          what: { type: 'string', maxLength: 100, ...given },
          amount: { type: 'number', minimum: 0, ...given },
          ...(isJudged ? judging : {}),
        },
        required: isJudged ? ['eligible'] : ['what', 'amount'],
      },
    },
    control: control('lines', 'table', {
      options: {
        widget: 'table',
        detail: [
          control('what', 'text', { id: 'l_what' }),
          control('amount', 'money', { id: 'l_amount' }),
          ...(isJudged
            ? [
                control('eligible', 'yes-no', { id: 'l_eligible' }),
                control('reason', 'radio', {
                  id: 'l_reason',
                  options: { widget: 'radio', requiredWhen: isStruck },
                  rule: { effect: 'SHOW', condition: isStruck },
                }),
              ]
            : []),
        ],
      },
    }),
  };
};

interface Form {
  readonly schema: { readonly properties: Record<string, object> };
  readonly uischema: { readonly elements: readonly { readonly elements: object[] }[] };
  readonly translations: Readonly<Record<string, Record<string, string>>>;
  bindings?: object;
}
const withLines = (content: string, isJudged: boolean): Form => {
  const form = JSON.parse(content) as Form;
  const lines = linesOf({ isJudged });
  form.schema.properties['lines'] = lines.schema;
  form.uischema.elements[0]?.elements.push(lines.control);
  const texts = [
    'lines.label',
    'lines.item',
    'lines.add',
    'what.label',
    'amount.label',
    'eligible.label',
    'reason.label',
  ];
  for (const words of Object.values(form.translations))
    for (const name of [...texts, ...reasons.map((reason) => `reason.${reason}`)]) words[name] = name;
  if (isJudged)
    form.bindings = {
      process: {
        in: [{ from: '= application.lines', to: '#/properties/lines' }],
        out: [{ from: '#/properties/lines', to: 'judged' }],
      },
    };
  return form;
};

const letter = {
  kind: 'letter',
  formatVersion: 1,
  key: 'adversarial',
  subject: same('Lignes que nous comptons écarter'),
  body: Object.fromEntries(
    ['fr', 'nl', 'en'].map((locale) => [
      locale,
      {
        type: 'doc',
        content: [
          {
            type: 'conditional',
            when: 'count(values.lines[eligible = false]) > 0',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'Vous avez 30 jours pour répondre.' }] },
              {
                type: 'table',
                rows: 'values.lines[eligible = false]',
                columns: [
                  { header: 'Ligne', value: 'item.what' },
                  { header: 'Montant', value: 'item.amount', format: 'money' },
                  {
                    header: 'Motif',
                    value: 'if item.reason = "vatRecoverable" then "TVA récupérable" else "Hors période"',
                  },
                ],
              },
            ],
          },
        ],
      },
    ]),
  ),
  mandatory: [],
};
const payment = {
  key: 'payment',
  label: same('Payment'),
  length: 80,
  kind: 'calendarDays',
  legalRef: 'Regulation (EU) 2021/1060, art. 74',
  binds: 'administration',
};

const claimed = [
  { what: 'Study', amount: 1000 },
  { what: 'VAT on the study', amount: 210 },
  { what: 'Travel of last year', amount: 90 },
];
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });

describe('lines of invoices that a clerk judges one by one, over HTTP, on the real engine', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let controller: Visitor;
  let calls = 0;

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const analyst = await givenPerson(app, casework, { name: 'Ann', roles: ['analyst'], administration });
    controller = await givenPerson(app, casework, { name: 'Cor', roles: ['agent'], administration });
    citizen = await givenPerson(app, casework, { name: 'Cy', roles: ['citizen'] });
    await givenProcedure(analyst, key, processOf(key));
    const params = { key };
    const draft = await analyst.ask<{ revision: number; files: { path: string; content: string }[] }>(
      'getProcedureDraft',
      { params },
    );
    const contentOf = (path: string) => draft.files.find((file) => file.path === path)?.content ?? '{}';
    const description = JSON.parse(contentOf('procedure.json')) as object;
    let { revision } = draft;
    for (const [path, content] of [
      ['procedure.json', { ...description, terms: [payment] }],
      ['application.form.json', withLines(contentOf('application.form.json'), false)],
      ['instruct.form.json', withLines(contentOf('instruct.form.json'), true)],
      ['adversarial.letter.json', letter],
    ] as const)
      ({ revision } = await analyst.ask<{ revision: number }>('saveProcedureFile', {
        params,
        body: { path, content: JSON.stringify(content), revision },
      }));
    await analyst.ask('publishProcedure', { params, body: { note: 'Lines', revision } });
  }, 60_000);
  afterAll(() => given.close());

  it('story 17: a controller strikes two lines with a reason each; the letter lists them, and the 80 days are interrupted', async () => {
    const caseId = await givenCase(citizen, key, { lines: claimed });
    const connector = await givenConnector(given, caseId);
    const step = <Reply>(name: Parameters<Visitor['ask']>[0], body: object): Promise<Reply> =>
      connector.ask<Reply>(name, { body, headers: { 'idempotency-key': `step-${(calls += 1)}` } });

    await step('changeTerm', { action: 'start', key: 'payment' });
    const taskId = await taskOf(given.casework, controller, caseId);
    const params = { taskId };
    const { data } = await controller.ask<{ data: { lines: object[] } }>('getTask', { params });
    expect(data.lines).toEqual(claimed);
    await controller.ask('claimTask', { params });
    const judge = (lines: readonly object[]) =>
      controller.call('completeTask', { params, body: { data: { conclusion: 'Two struck', lines } } });
    const [study, vat, travel] = claimed;
    const unsaid = await judge([
      { ...study, eligible: true },
      { ...vat, eligible: false },
      { ...travel, eligible: true },
    ]);
    expect(unsaid.json()).toMatchObject({ code: 'FORM_INVALID', errors: [{ pointer: '/lines/1/reason' }] });
    // What was claimed is not the controller’s to change.
    const judged = await judge([
      { ...study, amount: 1, eligible: true },
      { ...vat, eligible: false, reason: 'vatRecoverable' },
      { ...travel, eligible: false, reason: 'outsidePeriod' },
    ]);
    expect(judged.statusCode).toBeLessThan(300);
    const lines = await variableOf(given, await instanceOfCase(given, caseId), 'judged');
    expect(lines).toEqual([
      { ...study, eligible: true },
      { ...vat, eligible: false, reason: 'vatRecoverable' },
      { ...travel, eligible: false, reason: 'outsidePeriod' },
    ]);

    await step('createLetter', { template: 'adversarial', channel: ['portal'], values: { lines } });
    await step('changeTerm', { action: 'interrupt', key: 'payment', reason: 'Two lines are struck' });
    const seen = await citizen.ask<{
      letters: { documentId: string }[];
      terms: { key: string; state: string }[];
    }>('getMyCase', { params: { caseId } });
    expect(seen.terms).toMatchObject([{ key: 'payment', state: 'interrupted' }]);
    const documentId = seen.letters[0]?.documentId ?? '';
    const pdf = await citizen.call('downloadMyDocument', { params: { caseId, documentId } });
    expect(pdf.statusCode).toBe(200);
    // The answer starts the whole of it again.
    given.clock.pass(10 * 24 * 60);
    const { dueOn } = await step<{ dueOn: string }>('changeTerm', { action: 'resume', key: 'payment' });
    const whole = new Date(given.clock.now() + 80 * 86_400_000).toISOString().slice(0, 10);
    expect(dueOn >= whole).toBe(true);
    if (!hasPoppler) return;
    const text = textOf(pdf.rawPayload);
    expect(text).toMatch(/VAT on the study\s+210,00\s€\s+TVA récupérable/);
    expect(text).toMatch(/Travel of last year\s+90,00\s€\s+Hors période/);
    expect(text).not.toMatch(/1\s000,00/);
  }, 60_000);
});
