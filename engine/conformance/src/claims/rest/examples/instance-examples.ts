import { type Example, type Examples, type Prepare, searches, textOf } from '../example.ts';
import type { Stage } from '../stage.ts';

/** A call about a new instance of the procedure. */
const ofInstance =
  (call: string, body?: object): Prepare =>
  async (stage) => ({ path: `/process-instances/${await stage.start()}${call}`, ...(body && { body }) });

/** A call about an element of a new instance. */
const ofElement = async (stage: Stage, elementId: string, call: (key: string) => Example): Promise<Example> =>
  call(textOf(await stage.found('/element-instances/search', { elementId }), 'elementInstanceKey'));

/** A batch over one new instance. */
const batch =
  (call: string, more: object = {}): Prepare =>
  async (stage) => ({
    path: `/process-instances/${call}`,
    body: { filter: { processInstanceKey: await stage.start() }, ...more },
  });

/** The key of a batch that has still much to do, so that it can be steered. */
const startBatch = async (stage: Stage, isSuspended = false): Promise<string> => {
  await Promise.all(Array.from({ length: 20 }, () => stage.start()));
  const filter = { processDefinitionId: 'procedure' };
  const { body } = await stage.world.rest.ask('POST', '/process-instances/incident-resolution', { filter });
  const key = textOf(body, 'batchOperationKey');
  if (isSuspended) await stage.world.rest.ask('POST', `/batch-operations/${key}/suspension`, {});
  return key;
};

const ofBatch =
  (call: string, isSuspended = false): Prepare =>
  async (stage) => ({ path: `/batch-operations/${await startBatch(stage, isSuspended)}/${call}`, body: {} });

/** An instance that is over. */
const ended = async (stage: Stage): Promise<string> => {
  const key = await stage.start();
  await stage.world.cancel(key);
  return key;
};

const activated = { activateInstructions: [{ elementId: 'decide' }] };
const targetOf = ({ definitions }: Stage) => ({
  targetProcessDefinitionKey: definitions.process,
  mappingInstructions: ['consult', 'decide', 'stuck', 'answer', 'choose'].map((id) => ({
    sourceElementId: id,
    targetElementId: id,
  })),
});

/** Instances, their elements and variables, and batches of them. */
export const instanceExamples: Examples = {
  'POST /process-instances': () => ({
    path: '/process-instances',
    body: { processDefinitionId: 'procedure', variables: { order: 'o' } },
  }),
  'POST /process-instances/search': searches('/process-instances/search'),
  'GET /process-instances/{key}': ofInstance(''),
  'GET /process-instances/{key}/sequence-flows': ofInstance('/sequence-flows'),
  'GET /process-instances/{key}/statistics/element-instances': ofInstance('/statistics/element-instances'),
  'GET /process-instances/{key}/call-hierarchy': ofInstance('/call-hierarchy'),
  'POST /process-instances/{key}/incidents/search': ofInstance('/incidents/search', {}),
  'POST /process-instances/{key}/cancellation': ofInstance('/cancellation', {}),
  'POST /process-instances/{key}/modification': ofInstance('/modification', activated),
  'POST /process-instances/{key}/migration': async (stage) => ({
    path: `/process-instances/${await stage.start()}/migration`,
    body: targetOf(stage),
  }),
  'POST /process-instances/{key}/suspension': ofInstance('/suspension', {}),
  'POST /process-instances/{key}/resumption': async (stage) => {
    const key = await stage.start();
    await stage.world.rest.ask('POST', `/process-instances/${key}/suspension`);
    return { path: `/process-instances/${key}/resumption`, body: {} };
  },
  'POST /process-instances/{key}/incident-resolution': ofInstance('/incident-resolution', {}),
  'POST /process-instances/{key}/deletion': async (stage) => ({
    path: `/process-instances/${await ended(stage)}/deletion`,
    body: {},
  }),
  'POST /process-instances/deletion': batch('deletion'),
  'POST /process-instances/cancellation': batch('cancellation'),
  'POST /process-instances/incident-resolution': batch('incident-resolution'),
  'POST /process-instances/migration': async (stage) => batch('migration', { migrationPlan: targetOf(stage) })(stage),
  'POST /process-instances/modification': batch('modification', {
    moveInstructions: [{ sourceElementId: 'stuck', targetElementId: 'decide' }],
  }),
  'POST /batch-operations/search': async (stage) => {
    await startBatch(stage);
    return { path: '/batch-operations/search', body: {} };
  },
  'GET /batch-operations/{key}': async (stage) => ({ path: `/batch-operations/${await startBatch(stage)}` }),
  'POST /batch-operations/{key}/cancellation': ofBatch('cancellation'),
  'POST /batch-operations/{key}/suspension': ofBatch('suspension'),
  'POST /batch-operations/{key}/resumption': ofBatch('resumption', true),
  'POST /batch-operation-items/search': async (stage) => {
    await startBatch(stage);
    return { path: '/batch-operation-items/search', body: {} };
  },
  'POST /element-instances/search': searches('/element-instances/search'),
  'GET /element-instances/{key}': (stage) =>
    ofElement(stage, 'decide', (key) => ({ path: `/element-instances/${key}` })),
  'PUT /element-instances/{key}/variables': (stage) =>
    ofElement(stage, 'decide', (key) => ({
      path: `/element-instances/${key}/variables`,
      body: { variables: { seen: true } },
    })),
  'POST /element-instances/{key}/incidents/search': (stage) =>
    ofElement(stage, 'stuck', (key) => ({ path: `/element-instances/${key}/incidents/search`, body: {} })),
  'POST /element-instances/ad-hoc-activities/{key}/activation': (stage) =>
    ofElement(stage, 'choose', (key) => ({
      path: `/element-instances/ad-hoc-activities/${key}/activation`,
      body: { elements: [{ elementId: 'visit' }] },
    })),
  'POST /variables/search': searches('/variables/search'),
  'GET /variables/{key}': async (stage) => ({
    path: `/variables/${textOf(await stage.found('/variables/search', { name: 'order' }), 'variableKey')}`,
  }),
};
