import { EngineFailure } from '../engine-failure.ts';
import type { EngineInstance, EngineMonitor } from '../engine.ts';
import type { RecordingEngine } from './recording-engine.ts';

const notUsed = async (): Promise<never> => {
  throw new EngineFailure('refused', 'Expected a test with the real engine, but this is the recording one');
};

export interface Standing {
  readonly processDefinitionKey: string;
  readonly parentProcessInstanceKey: string | null;
  readonly isSuspended: boolean;
  readonly isEnded: boolean;
}

export const instanceOf = (processInstanceKey: string, standing: Standing): EngineInstance => ({
  processInstanceKey,
  processDefinitionKey: standing.processDefinitionKey,
  parentProcessInstanceKey: standing.parentProcessInstanceKey,
  version: 1,
  state: standing.isEnded ? 'completed' : standing.isSuspended ? 'suspended' : 'active',
  startedAt: '2026-11-25T08:00:00.000Z',
  endedAt: null,
  hasIncident: false,
});

type Parts = Pick<RecordingEngine, 'variables' | 'incidents' | 'jobs' | 'calls' | 'taken'>;

/** The searches that a look at one instance takes. */
export const recordingMonitor = (
  { variables, incidents, jobs, calls, taken }: Parts,
  instance: (key: string) => EngineInstance,
  perform: <T>(work: () => T) => Promise<T>,
): EngineMonitor => ({
  searchInstances: notUsed,
  everCalledBy: notUsed,
  activeElements: notUsed,
  stepsBegun: notUsed,
  steps: notUsed,
  definitionCounts: notUsed,
  xml: () => perform(() => '<definitions/>'),
  instanceCounts: () => perform(() => []),
  elements: () => perform(() => []),
  instance: (key) => perform(() => instance(key)),
  calledBy: (key) => perform(() => [...calls].filter(([, parent]) => parent === key).map(([called]) => called)),
  job: (key) => perform(() => jobs.get(key) ?? null),
  incidents: ({ processInstanceKey: key }) =>
    perform(() => incidents.filter(({ processInstanceKey }) => key === undefined || processInstanceKey === key)),
  incident: (key) => perform(() => incidents.find(({ incidentKey }) => incidentKey === key) ?? null),
  variables: (key) => perform(() => variables.get(key) ?? []),
  takenMessages: (messageKeys) => perform(() => new Set(taken.filter((one) => messageKeys.includes(one)))),
  variable: ({ processInstanceKey: key, name }) =>
    perform(() => {
      const found = variables.get(key)?.find((one) => one.name === name && one.scopeKey === key);
      return found === undefined ? undefined : JSON.parse(found.value);
    }),
});
