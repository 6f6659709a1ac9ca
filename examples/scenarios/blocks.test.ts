import { bpmnProcess } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, openBank } from '../journeys/kit/bank.ts';
import { signedInAs, type FrontDoor } from '../journeys/kit/front-door.ts';
import {
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { createStartedInstallation } from '../journeys/kit/started-installation.ts';
import { waitFor } from '../journeys/kit/wait-for.ts';

const key = 'noise-permit';
const appealed = 'noise-appeal';

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
interface Owed {
  readonly id: string;
  readonly caseId: string;
  readonly communication: string;
  readonly rest: string;
}
interface Task {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
}
interface Case {
  readonly status: string;
  readonly informationRequests: readonly { readonly id: string; readonly items: readonly { readonly key: string }[] }[];
  readonly documents: readonly { readonly category: string | null }[];
  readonly timeline: readonly { readonly kind: string }[];
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

const remedy = {
  what: { fr: 'Recours', nl: 'Beroep', en: 'Appeal' },
  body: { fr: 'le fonctionnaire délégué', nl: 'de gemachtigde ambtenaar', en: 'the delegated official' },
  address: { fr: 'rue 1, 1000 Bruxelles', nl: 'straat 1, 1000 Brussel', en: 'street 1, 1000 Brussels' },
  length: 30,
  kind: 'calendarDays',
  by: ['portal'],
  term: 'appeal',
  legalRef: { fr: 'ordonnance, art. 9', nl: 'ordonnantie, art. 9', en: 'ordinance, art. 9' },
};

describe('a procedure that is made of blocks of the platform, through the front door', () => {
  let installation: Installation;
  let server: IrisflowProcess;
  let karim: FrontDoor;
  let ines: FrontDoor;
  let caseId: string;

  beforeAll(async () => {
    installation = await createStartedInstallation('postgres');
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

  const readTemplates = async () => {
    const templates = await karim.get<Template[]>('/designer/element-templates?locale=fr');
    return (block: string): Template => {
      const found = templates.find(({ id }) => id === `irisflow.block.${block}`);
      if (found === undefined) throw new Error(`Expected a template of the block ${block}, but there is none`);
      return found;
    };
  };

  /** Publishes a new procedure as an analyst draws it, and answers what its draft says afterwards. */
  const publish = async (procedure: string, process: string, said: object) => {
    await karim.post('/designer/procedures', { key: procedure, title: procedure });
    const address = `/designer/procedures/${procedure}`;
    const draft = await karim.get<Draft>(`${address}/draft`);
    const blank = draft.files.find(({ path }) => path === 'procedure.json')?.content ?? '{}';
    let { revision } = draft;
    for (const [path, content] of [
      [`${procedure}.bpmn`, process],
      ['permit.letter.json', JSON.stringify(letter)],
      ['procedure.json', JSON.stringify({ ...(JSON.parse(blank) as object), ...said })],
    ] as const)
      ({ revision } = await karim.put<Draft>(`${address}/draft/files`, { path, content, revision }));
    await karim.post(`${address}/publication`, { note: 'First version', revision });
    return karim.get<Draft>(`${address}/draft`);
  };

  const file = async (procedure: string): Promise<string> => {
    const { id } = await ines.post<{ id: string }>('/applications', { procedureKey: procedure, language: 'fr' });
    const answers = { data: { request: 'Une fête' }, language: 'fr' };
    return (await ines.post<{ caseId: string }>(`/applications/${id}/submission`, answers)).caseId;
  };

  const owed = (of: string) =>
    waitFor('something to pay', async () => (await ines.get<Owed[]>('/my/payments')).find((one) => one.caseId === of));

  test('an analyst draws three blocks with their templates and publishes them without an error', async () => {
    const template = await readTemplates();
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
    expect(await publish(key, process, { tasks: {}, terms: [term] })).toMatchObject({ changed: false });
  });

  test('the applicant is asked for what is missing by the letter of the block, and answers', async () => {
    caseId = await file(key);
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
    const debt = await owed(caseId);
    expect(debt.rest).toBe('25.00');
    const content = openBank()([{ communication: debt.communication, cents: 2_500n, name: 'VARNELLE' }]);
    await claire.upload('/statements', { name: 'statement.cod', content });
    await waitFor('the decision', async () => (await seen()).status === 'granted');
    await waitFor('its letter', async () => (await seen()).documents.some(({ category }) => category === 'permit'));
  });

  test('a refusal is appealed on the portal, somebody of the block decides on it by its form, and what was paid in error is asked back', async () => {
    const template = await readTemplates();
    const process = bpmnProcess(appealed, { name: 'Noise permit with an appeal' })
      .start('received')
      .callActivity(
        'decide',
        callOf(template('decision-and-notice'), {
          outcome: '= "refused"',
          letter: '= "permit"',
          channels: '= ["portal"]',
          appealTerm: '= "appeal"',
        }),
      )
      .callActivity(
        'review',
        callOf(template('appeal'), {
          outcome: '= "refused"',
          motivation: '= "Too loud."',
          group: '= "agent"',
          letter: '= "permit"',
          channels: '= ["portal"]',
        }),
      )
      .exclusiveGateway('reviewed')
      .when('= appealOutcome = "reformed" and outcomeNow = "granted" and endedAs = null', (granted) =>
        granted
          .callActivity(
            'recover',
            callOf(template('recovery'), {
              paymentLabel: '= { fr: "Amende levée", nl: "Boete opgeheven", en: "Fine lifted" }',
              legalReference: '= "Ordonnance, art. 3"',
              paymentAmount: '= "40.00"',
            }),
          )
          .exclusiveGateway('recovered')
          .when('= isLifted and not(isPaid)', (lifted) =>
            lifted
              .serviceTask('close', {
                type: 'case-store',
                inputs: { operation: '= "close"', closingReason: '= "Nothing is owed."' },
              })
              .end('lifted'),
          )
          .otherwise((open) => open.end('left-open')),
      )
      .otherwise((upheld) => upheld.end('upheld'))
      .toXml({ layout: 'leftToRight' });
    const appealTerm = { ...term, key: 'appeal', startsAfter: 'availability' };
    await publish(appealed, process, { tasks: {}, terms: [appealTerm], remedies: [remedy] });
    // given a case that was refused at once, whose applicant appeals
    const refused = await file(appealed);
    await waitFor(
      'the refusal',
      async () => (await ines.get<Case>(`/my/cases/${refused}`)).status === 'refused' || undefined,
    );
    await ines.post(`/my/cases/${refused}/appeals`, { remedy: 0, summary: 'It is quiet music.' });
    // when a clerk takes the task of the block
    const nadia = await signedInAs(installation.webUrl, 'Nadia Lambert');
    const { id } = await waitFor('the task of the block', async () => {
      const { items } = await nadia.get<{ items: Task[] }>('/tasks?view=unassigned&limit=100');
      return items.find((task) => task.caseId === refused && task.elementId === 'block-appeal-review');
    });
    const { data, name } = await nadia.get<{ data: object; name: { nl: string } }>(`/tasks/${id}`);
    expect(name.nl).toBe('Over het beroep beslissen');
    expect(data).toMatchObject({ attacked: 'Too loud.', appeal: 'It is quiet music.' });
    await nadia.post(`/tasks/${id}/claim`);
    // and says nothing of what becomes of the application, then does
    const answers = { appealOutcome: 'reformed', motivation: 'It is.' };
    await expect(nadia.post(`/tasks/${id}/completion`, { data: answers })).rejects.toMatchObject({ status: 422 });
    await nadia.post(`/tasks/${id}/completion`, { data: { ...answers, outcome: 'granted' } });
    // then the decision counts, and the debt is there until two accountants give it up
    const debt = await owed(refused);
    expect(debt.rest).toBe('40.00');
    expect(await nadia.get(`/cases/${refused}/appeals`)).toMatchObject({
      appeals: [{ ruling: 'reformed', replacedBy: { outcome: 'granted' } }],
    });
    const [claire, joris] = [
      await signedInAs(installation.webUrl, 'Claire Dubois'),
      await signedInAs(installation.webUrl, 'Joris Claes'),
    ];
    const { writeOff } = await claire.post<{ writeOff: { id: string } }>(`/receivables/${debt.id}/write-off`, {
      reason: 'Not worth the costs.',
    });
    await joris.post(`/write-offs/${writeOff.id}/decision`, { isApproved: true });
    await waitFor('the end of the case', async () =>
      (await ines.get<Case>(`/my/cases/${refused}`)).timeline.some(({ kind }) => kind === 'closed'),
    );
  });
});
