import { type Examples, searches, textOf } from '../example.ts';
import { keyIn, MODEL, type Stage } from '../stage.ts';

const files = (field: string, ...contents: readonly File[]): FormData => {
  const form = new FormData();
  for (const content of contents) form.append(field, content);
  return form;
};

const decisionInstance = (stage: Stage) => stage.found('/decision-instances/search');

/** What is deployed, and what decisions say. */
export const definitionExamples: Examples = {
  'POST /deployments': () => ({ path: '/deployments', body: files('resources', new File([MODEL], 'copy.bpmn')) }),
  'GET /resources/{key}': ({ definitions }) => ({ path: `/resources/${definitions.process}` }),
  'GET /resources/{key}/content': ({ definitions }) => ({ path: `/resources/${definitions.process}/content` }),
  'POST /resources/{key}/deletion': async ({ world }) => {
    const id = world.name('gone');
    const deployments = await world.deploy(MODEL.replaceAll('procedure', id).replaceAll('gate', `${id}_gate`));
    return { path: `/resources/${keyIn(deployments, 'process', 'processDefinitionKey')}/deletion`, body: {} };
  },
  'POST /resources/search': searches('/resources/search'),
  'GET /forms/{key}': ({ definitions }) => ({ path: `/forms/${definitions.form}` }),
  'POST /process-definitions/search': searches('/process-definitions/search'),
  'GET /process-definitions/{key}': ({ definitions }) => ({ path: `/process-definitions/${definitions.process}` }),
  'GET /process-definitions/{key}/xml': ({ definitions }) => ({
    path: `/process-definitions/${definitions.process}/xml`,
  }),
  'GET /process-definitions/{key}/form': ({ definitions }) => ({
    path: `/process-definitions/${definitions.process}/form`,
  }),
  'POST /process-definitions/{key}/statistics/element-instances': async (stage) => {
    await stage.start();
    return { path: `/process-definitions/${stage.definitions.process}/statistics/element-instances`, body: {} };
  },
  'POST /decision-definitions/search': searches('/decision-definitions/search'),
  'GET /decision-definitions/{key}': ({ definitions }) => ({ path: `/decision-definitions/${definitions.decision}` }),
  'GET /decision-definitions/{key}/xml': ({ definitions }) => ({
    path: `/decision-definitions/${definitions.decision}/xml`,
  }),
  'POST /decision-definitions/evaluation': () => ({
    path: '/decision-definitions/evaluation',
    body: { decisionDefinitionId: 'rate' },
  }),
  'POST /decision-requirements/search': searches('/decision-requirements/search'),
  'GET /decision-requirements/{key}': ({ definitions }) => ({
    path: `/decision-requirements/${definitions.requirements}`,
  }),
  'GET /decision-requirements/{key}/xml': ({ definitions }) => ({
    path: `/decision-requirements/${definitions.requirements}/xml`,
  }),
  'POST /decision-instances/search': searches('/decision-instances/search'),
  'GET /decision-instances/{key}': async (stage) => ({
    path: `/decision-instances/${textOf(await decisionInstance(stage), 'decisionEvaluationInstanceKey')}`,
  }),
  'POST /decision-instances/{key}/deletion': async (stage) => ({
    path: `/decision-instances/${textOf(await decisionInstance(stage), 'decisionEvaluationKey')}/deletion`,
    body: {},
  }),
  'POST /decision-instances/deletion': () => ({
    path: '/decision-instances/deletion',
    body: { filter: { decisionDefinitionId: 'absent' } },
  }),
  'POST /expression/evaluation': () => ({ path: '/expression/evaluation', body: { expression: '=1 + 1' } }),
  'POST /conditionals/evaluation': () => ({ path: '/conditionals/evaluation', body: { variables: { open: true } } }),
  'POST /documents': () => ({ path: '/documents', body: files('file', new File(['a'], 'a.txt')) }),
  'POST /documents/batch': () => ({
    path: '/documents/batch',
    body: files('files', new File(['a'], 'a.txt'), new File(['b'], 'b.txt')),
  }),
  'GET /documents/{key}': async (stage) => {
    const { id, hash } = await storeDocument(stage);
    return { path: `/documents/${id}?contentHash=${hash}` };
  },
  'DELETE /documents/{key}': async (stage) => ({ path: `/documents/${(await storeDocument(stage)).id}` }),
  'POST /documents/{key}/links': async (stage) => {
    const { id, hash } = await storeDocument(stage);
    return { path: `/documents/${id}/links?contentHash=${hash}`, body: {} };
  },
};

const storeDocument = async ({ world }: Stage) => {
  const { body } = await world.rest.ask('POST', '/documents', files('file', new File(['a'], 'a.txt')));
  return { id: textOf(body, 'documentId'), hash: textOf(body, 'contentHash') };
};
