import { ZBClient } from 'zeebe-node';
import type { NamedResource } from '@irisflow/core/testing';
import type { OpenJob, ScenarioEngine } from '@irisflow/scenarios';

/** Where a running engine answers: a Zeebe gateway and its REST API. */
export interface EngineAddress {
  readonly grpcAddress: string;
  readonly restUrl: string;
}

interface Job {
  readonly jobKey: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly type: string;
  readonly customHeaders: Readonly<Record<string, string>>;
}
interface Task {
  readonly userTaskKey: string;
  readonly elementId: string;
}
interface Element {
  readonly elementId: string;
  readonly endDate: string;
}
interface Variable {
  readonly name: string;
  readonly value: string;
}
interface Incident {
  readonly errorType: string;
  readonly elementId: string;
  readonly errorMessage: string;
}

const createRest = (restUrl: string) => {
  const send = async <T>(method: string, path: string, body: BodyInit, headers: Record<string, string>): Promise<T> => {
    const response = await fetch(`${restUrl}${path}`, { method, body, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`Expected ${method} ${path} to succeed, but found ${response.status}: ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  const post = <T>(path: string, body: unknown) =>
    send<T>('POST', path, JSON.stringify(body), { 'content-type': 'application/json' });
  return {
    post,
    search: async <T>(noun: string, filter: object, sort: object[] = []) =>
      (await post<{ items: T[] }>(`/${noun}/search`, { filter, sort, page: { limit: 500 } })).items,
    deploy: async (resources: readonly NamedResource[]) => {
      const form = new FormData();
      for (const { name, text } of resources) form.append('resources', new Blob([text]), name);
      await send('POST', '/deployments', form, {});
    },
  };
};

type Rest = ReturnType<typeof createRest>;

/** What can be seen of one instance over REST. */
const createViews = (rest: Rest, instance: () => { processInstanceKey: string }) => {
  const incidents = async () =>
    (await rest.search<Incident>('incidents', { ...instance(), state: 'ACTIVE' })).map(
      ({ errorType: type, elementId, errorMessage: message }) => ({ type, elementId, message }),
    );
  const path = async () => {
    const sort = [
      { field: 'endDate', order: 'ASC' },
      { field: 'elementInstanceKey', order: 'ASC' },
    ];
    const done = await rest.search<Element>('element-instances', { ...instance(), state: 'COMPLETED' }, sort);
    return done.map(({ elementId }) => elementId);
  };
  const valuesIn = async (scopeKey: string) => {
    const found = await rest.search<Variable>('variables', { ...instance(), scopeKey });
    return Object.fromEntries(found.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  };
  return {
    incidents,
    path,
    story: async () => [...(await path()), ...(await incidents()).map(({ message }) => message)].join('\n'),
    jobs: async () => {
      const jobs = await rest.search<Job>('jobs', { ...instance(), state: 'CREATED' });
      return Promise.all(
        jobs.map(async ({ jobKey, elementId, elementInstanceKey, type, customHeaders }): Promise<OpenJob> => {
          const inputs = await valuesIn(elementInstanceKey);
          return { key: jobKey, elementId, type, resultVariable: customHeaders['resultVariable'] ?? '', inputs };
        }),
      );
    },
    userTasks: async () => {
      const tasks = await rest.search<Task>('user-tasks', { ...instance(), state: 'CREATED' });
      return tasks.map(({ userTaskKey, elementId }) => ({ key: userTaskKey, elementId }));
    },
    isEnded: async () => {
      const [found] = await rest.search<{ state: string }>('process-instances', instance());
      return found?.state !== 'ACTIVE';
    },
    variables: async () => {
      const { processInstanceKey } = instance();
      return valuesIn(processInstanceKey);
    },
  };
};

type Values = Readonly<Record<string, unknown>>;
/** zeebe-node wants values that it knows to be JSON; a scenario's are, for they were read from JSON. */
const json = (values: Values) => values as Record<string, never>;

/** A whole engine in another process, driven as any client would: zeebe-node for commands, REST for user tasks and searches. */
export const openStackEngine = async (
  processId: string,
  resources: readonly NamedResource[],
  { grpcAddress, restUrl }: EngineAddress,
): Promise<ScenarioEngine & { close(): Promise<void> }> => {
  const rest = createRest(restUrl);
  const zeebe = new ZBClient(grpcAddress, { loglevel: 'NONE', retry: false });
  await rest.deploy(resources);
  let processInstanceKey = '';
  return {
    ...createViews(rest, () => ({ processInstanceKey })),
    start: async (values) => {
      const created = await zeebe.createProcessInstance({ bpmnProcessId: processId, variables: json(values) });
      processInstanceKey = created.processInstanceKey;
    },
    completeJob: async (jobKey, values) => {
      await zeebe.completeJob({ jobKey, variables: json(values) });
    },
    begin: async () => {
      throw new Error('Expected a scenario of a process that is started, but this one begins with a message.');
    },
    throwError: async (jobKey, errorCode, values) => {
      await zeebe.throwError({ jobKey, errorCode, errorMessage: '', variables: json(values) });
    },
    completeUserTask: async (key, variables) => void (await rest.post(`/user-tasks/${key}/completion`, { variables })),
    publish: async (name, correlationKey, values) => {
      await zeebe.publishMessage({ name, correlationKey, variables: json(values), timeToLive: 0, messageId: '' });
    },
    broadcast: async (signalName, values) => {
      await zeebe.broadcastSignal({ signalName, variables: json(values) });
    },
    advanceDays: async () => {
      throw new Error('Expected a scenario without waiting: the clock of a running engine cannot be moved.');
    },
    close: async () => void (await zeebe.close()),
  };
};
