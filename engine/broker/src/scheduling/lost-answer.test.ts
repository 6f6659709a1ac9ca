import { bpmnProcess } from '@irisflow/bpmn';
import { type Database, DatabaseFault } from '@irisflow/database';
import { openTestDatabase } from '@irisflow/database/testing';
import { expect, test } from 'vitest';
import { startBroker } from '../index.ts';
import { connectRaw } from '../testing/index.ts';

/** A store that commits once without saying so, and is then away for a while. */
const forgetful = (database: Database) => {
  const state = { losesAnswer: false, isAway: false };
  const away = () => new DatabaseFault('UNAVAILABLE', 'away');
  const read =
    <Args extends readonly unknown[], Result>(ask: (...args: Args) => Promise<Result>) =>
    async (...args: Args) => {
      if (state.isAway) throw away();
      return ask(...args);
    };
  return {
    state,
    database: {
      ...database,
      query: read(database.query) as Database['query'],
      run: read(database.run) as Database['run'],
      commit: async (statements: Parameters<Database['commit']>[0]) => {
        if (state.isAway) throw away();
        const rows = await database.commit(statements);
        if (!state.losesAnswer) return rows;
        Object.assign(state, { losesAnswer: false, isAway: true });
        setTimeout(() => Object.assign(state, { isAway: false }), 1_500);
        throw away();
      },
    } satisfies Database,
  };
};

const model = bpmnProcess('lost')
  .start()
  .serviceTask('work', { type: 'lost' })
  .boundary('late', { event: { timer: { duration: 'PT4S' } }, interrupting: false }, (aside) =>
    aside.serviceTask('remind', { type: 'remind' }).end(),
  )
  .end()
  .toXml();

test('a job and a timer of a commit whose answer was lost reach their worker', async () => {
  // given
  const store = await openTestDatabase('postgres');
  const { state, database } = forgetful(store.database);
  const broker = await startBroker({ database, grpc: { host: '127.0.0.1', port: 0 } });
  const raw = connectRaw(broker.grpcAddress);
  await raw.call('DeployResource', { resources: [{ name: 'lost.bpmn', content: Buffer.from(model) }] });
  const seen: string[] = [];
  for (const type of ['lost', 'remind']) {
    const stream = raw.stream('StreamActivatedJobs', { type, worker: 'w', timeout: 3_000 });
    stream.on('data', (job: { readonly type: string }) => void seen.push(job.type));
    stream.on('error', () => undefined);
    await new Promise((resolve) => {
      stream.once('metadata', resolve);
    });
  }

  // when
  state.losesAnswer = true;
  const creation = raw.call('CreateProcessInstance', { bpmnProcessId: 'lost', version: -1 });

  // then: the job was activated in that commit, so that its lease has to run out
  await expect(creation).rejects.toMatchObject({ code: 14 });
  await expect.poll(() => seen.toSorted(), { timeout: 15_000 }).toEqual(expect.arrayContaining(['lost', 'remind']));
  raw.close();
  await broker.stop();
  await store.drop();
});
