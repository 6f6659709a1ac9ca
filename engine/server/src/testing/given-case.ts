import type { Casework } from '@irisflow/platform';
import { marketQuota, marketRight, obligationFiles, renewalLetter } from '@irisflow/platform/testing';
import type { Visitor } from './visitor.ts';

interface Draft {
  readonly id: string;
  readonly revision: number;
}

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const zeebe = 'http://camunda.org/schema/zeebe/1.0';

/** A process of one task for an agent, beside a job that nobody does, of the case store unless it is said whose. */
export const processOf = (key: string, type = 'case-store'): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="${bpmn}" xmlns:zeebe="${zeebe}" id="d" targetNamespace="urn:${key}">
  <bpmn:process id="${key}" isExecutable="true">
    <bpmn:startEvent id="received"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:parallelGateway id="both">
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing><bpmn:outgoing>f3</bpmn:outgoing>
    </bpmn:parallelGateway>
    <bpmn:userTask id="instruct" name="Instruct">
      <bpmn:extensionElements>
        <zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="agent" />
      </bpmn:extensionElements>
      <bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f4</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:serviceTask id="record">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="${type}" />
        <zeebe:ioMapping><zeebe:input source="= get or else(null, null)" target="operation" /></zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>f3</bpmn:incoming><bpmn:outgoing>f5</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:endEvent id="done"><bpmn:incoming>f4</bpmn:incoming></bpmn:endEvent>
    <bpmn:endEvent id="recorded"><bpmn:incoming>f5</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="received" targetRef="both" />
    <bpmn:sequenceFlow id="f2" sourceRef="both" targetRef="instruct" />
    <bpmn:sequenceFlow id="f3" sourceRef="both" targetRef="record" />
    <bpmn:sequenceFlow id="f4" sourceRef="instruct" targetRef="done" />
    <bpmn:sequenceFlow id="f5" sourceRef="record" targetRef="recorded" />
  </bpmn:process>
</bpmn:definitions>
`;

/** Lets the task of a blank procedure be decided for many cases at once. */
export const offerBulk = async (analyst: Visitor, key: string): Promise<void> => {
  const params = { key };
  const draft = await analyst.ask<Draft & { files: { path: string; content: string }[] }>('getProcedureDraft', {
    params,
  });
  const path = 'procedure.json';
  const description = JSON.parse(draft.files.find((file) => file.path === path)?.content ?? '{}') as {
    tasks: Record<string, object>;
  };
  description.tasks['instruct'] = { ...description.tasks['instruct'], bulk: { fields: ['/conclusion'] } };
  const body = { path, content: JSON.stringify(description), revision: draft.revision };
  const { revision } = await analyst.ask<Draft>('saveProcedureFile', { params, body });
  await analyst.ask('publishProcedure', { params, body: { note: 'Many at once', revision } });
};

/** Due on each last day of a year and answered from the first on: whatever the day, something is open. */
const openOnAnyDay = {
  due: { on: Array.from({ length: 40 }, (_, years) => `${2025 + years}-12-31`) },
  opensDaysBefore: 365,
};

/** Publishes a version whose decisions leave a right behind, of which there is one, with an obligation on it and a letter about it. */
export const leaveRight = async (analyst: Visitor, key: string): Promise<void> => {
  const params = { key };
  const values = [{ value: 1, validFrom: '2020-01-01', validTo: null, legalRef: 'x' }];
  const label = { fr: 'x', nl: 'x', en: 'x' };
  let { revision } = await analyst.ask<Draft>('getProcedureDraft', { params });
  for (const [path, content] of [
    ['stall.right.json', marketRight],
    ['renewal.letter.json', renewalLetter],
    ['parameters.json', [{ key: marketQuota.ceiling, label, unit: 'x', values }]],
    ['flagey.quota.json', marketQuota],
    ...obligationFiles(openOnAnyDay).map(({ path, content }) => [path, JSON.parse(content)] as const),
  ] as const) {
    const body = { path, content: JSON.stringify(content), revision };
    ({ revision } = await analyst.ask<Draft>('saveProcedureFile', { params, body }));
  }
  await analyst.ask('publishProcedure', { params, body: { note: 'A right', revision } });
};

interface FormFile {
  schema: { properties: Record<string, unknown> };
  uischema: { elements: { elements: unknown[] }[] };
  translations: Record<string, Record<string, string>>;
  bindings?: { process: { in?: unknown[]; out: unknown[] } };
}

/** A field of several lines, beside those that a form has. */
const addField = (form: FormFile, name: string, options: object = {}, more: object = {}): void => {
  form.schema.properties[name] = { type: 'string', maxLength: 200 };
  form.uischema.elements[0]?.elements.push({
    type: 'Control',
    id: `c_${name}`,
    scope: `#/properties/${name}`,
    i18n: name,
    options: { widget: 'text', ...options },
    ...more,
  });
  for (const texts of Object.values(form.translations)) texts[`${name}.label`] = `The ${name}`;
};

/**
 * Lets a blank procedure ask for a diagnosis that is restricted, which the form of its task would show in two places. A rule
 * says when it is asked.
 */
export const askDiagnosis = async (analyst: Visitor, key: string, restricted: object, rule?: object): Promise<void> => {
  const params = { key };
  const draft = await analyst.ask<Draft & { files: { path: string; content: string }[] }>('getProcedureDraft', {
    params,
  });
  const { files } = draft;
  let { revision } = draft;
  const change = async (path: string, work: (form: FormFile) => void): Promise<void> => {
    const form = JSON.parse(files.find((file) => file.path === path)?.content ?? '{}') as FormFile;
    work(form);
    const body = { path, content: JSON.stringify(form), revision };
    ({ revision } = await analyst.ask<Draft>('saveProcedureFile', { params, body }));
  };
  await change('application.form.json', (form) =>
    addField(form, 'diagnosis', { restricted }, rule === undefined ? {} : { rule }),
  );
  await change('instruct.form.json', (form) => {
    addField(form, 'seen');
    addField(form, 'copied');
    form.bindings = {
      process: {
        in: [
          { from: '= application.diagnosis', to: '#/properties/seen' },
          { from: '= "so: " + application.diagnosis', to: '#/properties/copied' },
        ],
        out: form.bindings?.process.out ?? [],
      },
    };
  });
  await analyst.ask('publishProcedure', { params, body: { note: 'A diagnosis', revision } });
};

/** Draws and publishes a procedure as an analyst does: an application, one task for an agent, a job of the case store. */
export const givenProcedure = async (analyst: Visitor, key: string, process = processOf(key)): Promise<void> => {
  const params = { key };
  const created = await analyst.ask<Draft>('createProcedure', { body: { key, title: `Procedure ${key}` } });
  const body = { path: `${key}.bpmn`, content: process, revision: created.revision };
  const { revision } = await analyst.ask<Draft>('saveProcedureFile', { params, body });
  await analyst.ask('publishProcedure', { params, body: { note: 'First', revision } });
};

const answers = (text: string, more: object) => ({ data: { request: text, ...more }, language: 'fr' });

export const givenDraft = (citizen: Visitor, procedureKey: string): Promise<Draft> =>
  citizen.ask<Draft>('createDraft', { body: { procedureKey, language: 'fr' } });

/** Files an application as a citizen does. */
export const givenCase = async (citizen: Visitor, procedureKey: string, more: object = {}): Promise<string> => {
  const { id: draftId } = await givenDraft(citizen, procedureKey);
  const { caseId } = await citizen.ask<{ caseId: string }>('submitApplication', {
    params: { draftId },
    body: answers('A roof', more),
  });
  return caseId;
};

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** The task that the engine makes for a case, once the worklist shows it to a clerk. */
export const taskOf = async (casework: Casework, clerk: Visitor, caseId: string): Promise<string> => {
  const system = { kind: 'job', name: 'operator' } as const;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await casework.outbox.drain(system, {});
    await casework.tasks.synchronize(system, {});
    const { items } = await clerk.ask<{ items: { id: string; caseId: string }[] }>('listTasks', {
      query: { view: 'unassigned' },
    });
    const task = items.find((item) => item.caseId === caseId);
    if (task !== undefined) return task.id;
    await seconds(0.1);
  }
  throw new Error(`Expected a task of case ${caseId}, but the worklist shows none`);
};
