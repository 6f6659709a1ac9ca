import { type Example, type Examples, type Prepare, searches, textOf } from '../example.ts';
import type { Stage } from '../stage.ts';

const ofJob =
  (call: string, body: object): Prepare =>
  async (stage) => ({ path: `/jobs/${(await stage.job()).key}${call}`, body });

const ofTask =
  (call: string, body?: object): Prepare =>
  async (stage) => ({
    path: `/user-tasks/${textOf(await stage.found('/user-tasks/search'), 'userTaskKey')}${call}`,
    ...(body && { body }),
  });

const ofIncident = async (stage: Stage, call: (key: string) => Example): Promise<Example> =>
  call(textOf(await stage.found('/incidents/search'), 'incidentKey'));

/** What workers, people and the world outside tell the engine; and the engine itself. */
export const workExamples: Examples = {
  'GET /topology': () => ({ path: '/topology' }),
  'GET /status': () => ({ path: '/status' }),
  'GET /license': () => ({ path: '/license' }),
  'GET /authentication/me': () => ({ path: '/authentication/me' }),
  'GET /system/usage-metrics': () => ({
    path: '/system/usage-metrics?startTime=2020-01-01T00:00:00Z&endTime=2040-01-01T00:00:00Z',
  }),
  'PUT /clock': ({ world }) => ({ path: '/clock', body: { timestamp: world.clock.now() + 1000 } }),
  'POST /clock/reset': () => ({ path: '/clock/reset', body: {} }),
  'POST /jobs/activation': async (stage) => {
    const order = stage.world.name('order');
    await stage.world.create('procedure', { order });
    return { path: '/jobs/activation', body: { type: `consult-${order}`, timeout: 1000, maxJobsToActivate: 1 } };
  },
  'POST /jobs/search': searches('/jobs/search'),
  'POST /jobs/{key}/completion': ofJob('/completion', { variables: { consulted: true } }),
  'POST /jobs/{key}/failure': ofJob('/failure', { retries: 0, errorMessage: 'no line' }),
  'POST /jobs/{key}/error': ofJob('/error', { errorCode: 'unknown' }),
  'PATCH /jobs/{key}': ofJob('', { changeset: { retries: 5 } }),
  'POST /user-tasks/search': searches('/user-tasks/search'),
  'GET /user-tasks/{key}': ofTask(''),
  'PATCH /user-tasks/{key}': ofTask('', { changeset: { priority: 70 } }),
  'GET /user-tasks/{key}/form': ofTask('/form'),
  'POST /user-tasks/{key}/assignment': ofTask('/assignment', { assignee: 'ada' }),
  'DELETE /user-tasks/{key}/assignee': ofTask('/assignee'),
  'POST /user-tasks/{key}/completion': ofTask('/completion', { variables: { granted: true } }),
  'POST /user-tasks/{key}/variables/search': ofTask('/variables/search', {}),
  'POST /user-tasks/{key}/effective-variables/search': ofTask('/effective-variables/search', {}),
  'POST /incidents/search': searches('/incidents/search'),
  'GET /incidents/{key}': (stage) => ofIncident(stage, (key) => ({ path: `/incidents/${key}` })),
  'POST /incidents/{key}/resolution': (stage) =>
    ofIncident(stage, (key) => ({ path: `/incidents/${key}/resolution`, body: {} })),
  'POST /messages/publication': () => ({
    path: '/messages/publication',
    body: { name: 'answered', correlationKey: 'o' },
  }),
  'POST /messages/correlation': async ({ world }) => {
    const order = world.name('order');
    await world.create('procedure', { order });
    return { path: '/messages/correlation', body: { name: 'answered', correlationKey: order } };
  },
  'POST /message-subscriptions/search': searches('/message-subscriptions/search'),
  'POST /correlated-message-subscriptions/search': async ({ world }) => {
    const order = world.name('order');
    await world.create('procedure', { order });
    await world.publish('answered', order);
    return { path: '/correlated-message-subscriptions/search', body: {} };
  },
  'POST /signals/broadcast': () => ({ path: '/signals/broadcast', body: { signalName: 'opened' } }),
};
