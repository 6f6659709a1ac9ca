import { connectorOf, type RealCasework } from '@irisflow/platform/testing';

interface OfferedJob {
  readonly jobKey: string;
  readonly elementId: string;
  readonly customHeaders: { readonly resultVariable?: string };
  readonly variables: Readonly<Record<string, unknown>>;
}

const take = async ({ rest }: RealCasework, type: string): Promise<readonly OfferedJob[]> => {
  const { body } = await rest.ask('POST', '/jobs/activation', {
    type,
    timeout: 60_000,
    maxJobsToActivate: 50,
    requestTimeout: -1,
    worker: 'test',
  });
  return body['jobs'] as OfferedJob[];
};

/** What the platform does for a step, as its connector asks for it. */
const doIt = async ({ casework }: RealCasework, { jobKey, variables }: OfferedJob): Promise<void> => {
  const connector = connectorOf(String(variables['caseId']));
  const idempotencyKey = jobKey;
  const { outcome, amount, status } = variables;
  switch (variables['operation']) {
    case 'record-decision':
      await casework.caseStore.recordDecision(connector, {
        idempotencyKey,
        outcome: String(outcome),
        grounds: [],
        ...(typeof amount === 'number' ? { amount } : {}),
      });
      return;
    case 'set-status':
      await casework.caseStore.setStatus(connector, { idempotencyKey, status: String(status) });
      return;
    default:
      await casework.caseStore.closeCase(connector, { idempotencyKey, reason: 'done' });
  }
};

/** Does what waits for connectors, until nothing does; the register knows everybody. Answers how often it was asked. */
export const carryOutJobs = async (given: RealCasework): Promise<number> => {
  let asked = 0;
  for (let found = 1; found > 0;) {
    const questions = await take(given, 'be-register');
    const work = await take(given, 'case-store');
    for (const { jobKey } of questions)
      await given.rest.ask('POST', `/jobs/${jobKey}/completion`, { variables: { person: { lastName: 'Peeters' } } });
    for (const job of work) {
      await doIt(given, job);
      await given.rest.ask('POST', `/jobs/${job.jobKey}/completion`, { variables: {} });
    }
    asked += questions.length;
    found = questions.length + work.length;
  }
  return asked;
};
