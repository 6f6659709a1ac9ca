import { bpmnProcess } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, openBank } from '../journeys/kit/bank.ts';
import { signedInAs, type FrontDoor } from '../journeys/kit/front-door.ts';
import {
  createInstallation,
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { waitFor } from '../journeys/kit/wait-for.ts';

const key = 'noise-permit';

interface Template {
  readonly id: string;
  readonly properties: readonly {
    readonly value?: string;
    readonly binding: {
      readonly type: string;
      readonly name?: string;
      readonly property?: string;
      readonly source?: string;
    };
  }[];
}
interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}
interface Case {
  readonly status: string;
  readonly informationRequests: readonly { readonly id: string; readonly items: readonly { readonly key: string }[] }[];
  readonly documents: readonly { readonly category: string | null }[];
}

/** A call of a block as the canvas writes it: what its template holds, and what the analyst fills in. */
const callOf = ({ properties }: Template, filled: Readonly<Record<string, string>>) => {
  const valueOf = (type: string, name: string) =>
    properties.find(({ binding }) => binding.type === type && (binding.name ?? binding.property) === name)?.value ?? '';
  const inputs = properties
    .filter(({ binding }) => binding.type === 'zeebe:input')
    .map(({ binding: { name = '' } }) => [name, filled[name] ?? valueOf('zeebe:input', name)] as const)
    .filter(([, source]) => source !== '');
  const outputs = properties
    .filter(({ binding }) => binding.type === 'zeebe:output')
    .map(({ value = '', binding: { source = '' } }) => [value, source] as const);
  return {
    processId: valueOf('zeebe:calledElement', 'processId'),
    // As the canvas has it of every call with a template.
    propagateAllParentVariables: false,
    propagateAllChildVariables: false,
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
  };
};

const letter = {
  kind: 'letter',
  formatVersion: 1,
  key: 'permit',
  subject: { fr: 'Votre permis', nl: 'Uw vergunning', en: 'Your permit' },
  body: Object.fromEntries(
    ['fr', 'nl', 'en'].map((locale) => [
      locale,
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'field', path: 'contact.name' }] }] },
    ]),
  ),
  mandatory: ['contact'],
};

const term = {
  key: 'answer',
  label: { fr: 'Réponse', nl: 'Antwoord', en: 'Answer' },
  length: 30,
  kind: 'calendarDays',
  legalRef: 'Ordonnance, art. 2 / Ordonnantie, art. 2',
  binds: 'applicant',
};

describe('a procedure that is made of blocks of the platform, through the front door', () => {
  let installation: Installation;
  let server: IrisflowProcess;
  let karim: FrontDoor;
  let ines: FrontDoor;
  let caseId: string;

  beforeAll(async () => {
    installation = await createInstallation();
    server = await startIrisflow(installation);
    const as = (name: string) => signedInAs(installation.webUrl, name);
    [karim, ines] = [await as('Karim Haddad'), await as('Inès ')];
    await karim.put('/payee', { iban: account, name: 'Brussels Housing', revision: 0 });
  }, 240_000);
  afterAll(async () => {
    await server?.stop();
    removeInstallation(installation);
  });

  const seen = () => ines.get<Case>(`/my/cases/${caseId}`);

  test('an analyst draws three blocks with their templates and publishes them without an error', async () => {
    const templates = await karim.get<Template[]>('/designer/element-templates?locale=fr');
    const template = (block: string): Template => {
      const found = templates.find(({ id }) => id === `irisflow.block.${block}`);
      if (found === undefined) throw new Error(`Expected a template of the block ${block}, but there is none`);
      return found;
    };
    const process = bpmnProcess(key, { name: 'Noise permit' })
      .start('received')
      .callActivity(
        'ask',
        callOf(template('information-request'), {
          items: '= [{ key: "plan", label: { fr: "Plan des lieux", nl: "Plan", en: "Plan" } }]',
          answerTerm: '= "answer"',
        }),
      )
      .callActivity(
        'pay',
        callOf(template('payment-in'), {
          paymentLabel: '= { fr: "Redevance", nl: "Retributie", en: "Fee" }',
          legalReference: '= "Ordonnance, art. 3"',
          paymentAmount: '= "25.00"',
        }),
      )
      .exclusiveGateway('paid')
      .when('= isPaid and isAnswered and answer.items[1].key = "plan"', (paid) =>
        paid
          .callActivity(
            'decide',
            callOf(template('decision-and-notice'), {
              outcome: '= "granted"',
              letter: '= "permit"',
              channels: '= ["portal"]',
            }),
          )
          .end('granted'),
      )
      .otherwise((unpaid) => unpaid.end('not-granted'))
      .toXml({ layout: 'leftToRight' });
    await karim.post('/designer/procedures', { key, title: 'Noise permit' });
    const address = `/designer/procedures/${key}`;
    const draft = await karim.get<Draft>(`${address}/draft`);
    const description = JSON.parse(
      draft.files.find(({ path }) => path === 'procedure.json')?.content ?? '{}',
    ) as object;
    let { revision } = draft;
    for (const [path, content] of [
      [`${key}.bpmn`, process],
      ['permit.letter.json', JSON.stringify(letter)],
      ['procedure.json', JSON.stringify({ ...description, tasks: {}, terms: [term] })],
    ] as const)
      ({ revision } = await karim.put<Draft>(`${address}/draft/files`, { path, content, revision }));
    await karim.post(`${address}/publication`, { note: 'First version', revision });
    expect(await karim.get<Draft>(`${address}/draft`)).toMatchObject({ changed: false });
  });

  test('the applicant is asked for what is missing by the letter of the block, and answers', async () => {
    const { id } = await ines.post<{ id: string }>('/applications', { procedureKey: key, language: 'fr' });
    const submitted = await ines.post<{ caseId: string }>(`/applications/${id}/submission`, {
      data: { request: 'Une fête' },
      language: 'fr',
    });
    caseId = submitted.caseId;
    const request = await waitFor('the request', async () => (await seen()).informationRequests[0]);
    expect(request.items).toMatchObject([{ key: 'plan' }]);
    await waitFor('the letter of the block', async () =>
      (await seen()).documents.some(({ category }) => category === 'block-information-request'),
    );
    await ines.post(`/my/cases/${caseId}/information-requests/${request.id}/answer`, {
      text: 'Voici.',
      items: [{ key: 'plan', text: 'Rez-de-chaussée', documents: [] }],
    });
  });

  test('the fee is asked, paid by a statement, and the decision is sent', async () => {
    const claire = await signedInAs(installation.webUrl, 'Claire Dubois');
    const debt = await waitFor('the fee', async () =>
      (await ines.get<{ caseId: string; communication: string; rest: string }[]>('/my/payments')).find(
        (one) => one.caseId === caseId,
      ),
    );
    expect(debt.rest).toBe('25.00');
    const content = openBank()([{ communication: debt.communication, cents: 2_500n, name: 'VARNELLE' }]);
    await claire.upload('/statements', { name: 'statement.cod', content });
    await waitFor('the decision', async () => (await seen()).status === 'granted');
    await waitFor('its letter', async () => (await seen()).documents.some(({ category }) => category === 'permit'));
  });
});
