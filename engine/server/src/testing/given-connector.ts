import { connectorToken, type TestPlatform } from './open-test-platform.ts';
import { visitor, type Visitor } from './visitor.ts';

interface Job {
  readonly jobKey: string;
  readonly type: string;
  readonly elementId: string;
  readonly processInstanceKey: string;
}

/** Asks the engine directly, as somebody would who can reach it. */
export const askEngine = async (
  given: TestPlatform,
  path: string,
  content: object,
  method: 'POST' | 'PUT' = 'POST',
): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(content);
  const answer = await fetch(`${given.engine.restUrl}${path}`, { method, headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Expected the engine to accept ${path}, but: ${text}`);
  return text === '' ? null : JSON.parse(text);
};

/** What the engine finds of an instance. */
export const searchEngine = async <T>(given: TestPlatform, noun: string, filter: object, limit = 100): Promise<T[]> =>
  (
    (await askEngine(given, noun === 'variables' ? '/variables/search?truncateValues=false' : `/${noun}/search`, {
      filter,
      page: { limit },
    })) as { items: T[] }
  ).items;

const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

/** The value of a variable of an instance, as the engine holds it. */
export const variableOf = async (given: TestPlatform, processInstanceKey: string, name: string): Promise<unknown> => {
  const [found] = await searchEngine<{ value: string }>(given, 'variables', { processInstanceKey, name });
  return found === undefined ? undefined : JSON.parse(found.value);
};

/** The instance of a case, once the outbox has started it. */
export const instanceOfCase = async (given: TestPlatform, caseId: string): Promise<string> => {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await given.casework.outbox.drain({ kind: 'job', name: 'operator' }, {});
    const [row] = await given.database.query<{ key: string | null }>(
      'select process_instance_key as key from casework.case_file where id = $1',
      [caseId],
    );
    if (typeof row?.key === 'string') return row.key;
    await pause();
  }
  throw new Error(`Expected case ${caseId} to start, but it did not`);
};

/** A job that waits in an instance. */
export const jobOf = async (given: TestPlatform, processInstanceKey: string, type: string): Promise<Job> => {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const [job] = await searchEngine<Job>(given, 'jobs', { processInstanceKey, type, state: 'CREATED' });
    if (job !== undefined) return job;
    await pause();
  }
  throw new Error(`Expected a job ${type} in instance ${processInstanceKey}, but there is none`);
};

/** What a worker sends with each call. */
export const callingHeaders = (handle: unknown, { jobKey, type }: Pick<Job, 'jobKey' | 'type'>) => ({
  authorization: `Bearer ${connectorToken}`,
  'irisflow-case': String(handle),
  'irisflow-job': jobKey,
  'irisflow-connector': type,
});

/** A connector as it does a job of a case: with the handle that the process carries. */
export const givenConnector = async (
  given: TestPlatform,
  caseId: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Visitor> => {
  const instance = await instanceOfCase(given, caseId);
  const job = await jobOf(given, instance, 'case-store');
  const handle = await variableOf(given, instance, 'caseHandle');
  return visitor(given.app, { ...callingHeaders(handle, job), ...more });
};
