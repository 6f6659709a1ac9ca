import { usualStore } from '@irisflow/database/testing';
import { bpmnProcess } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBroker } from '../index.ts';
import { type BrokerUnderTest, connectRaw, type RawGateway, startBrokerUnderTest } from '../testing/index.ts';

let engine: BrokerUnderTest;
let raw: RawGateway;

beforeAll(async () => {
  engine = await startBrokerUnderTest(usualStore);
  raw = connectRaw(engine.broker.grpcAddress);
});

afterAll(async () => {
  raw.close();
  await engine.stop();
});

const echo = (id: string, heard: string, thrown: string) =>
  bpmnProcess(id)
    .start('hear', { event: { signal: heard } })
    .end('say', { event: { signal: thrown } })
    .toXml();

/** An instance whose event sub-process throws the signal that it hears. */
const hearingItself = bpmnProcess('self')
  .start()
  .eventSubProcess('react', (inner) =>
    inner.start('hear', { event: { signal: 'self' }, interrupting: false }).end('say', { event: { signal: 'self' } }),
  )
  .throwEvent('begin', { event: { signal: 'self' } })
  .serviceTask('wait', { type: 'wait' })
  .end()
  .toXml();

const openIncidents = () =>
  engine.database.query<{ error_type: string; process_instance_key: string }>(
    "select error_type, process_instance_key from engine.incident where state = 'ACTIVE'",
  );

const deploy = async (...models: readonly string[]) => {
  const resources = models.map((model, at) => ({ name: `echo-${at}.bpmn`, content: Buffer.from(model) }));
  const { deployments } = await raw.call('DeployResource', { resources });
  return (deployments as readonly { readonly process: { readonly processDefinitionKey: string } }[]).map(
    ({ process }) => process.processDefinitionKey,
  );
};

const countOf = async (id: string) => {
  const [row] = await engine.database.query<{ count: string }>(
    'select count(*) from engine.process_instance where definition_id = $1',
    [id],
  );
  return Number(row?.count);
};

describe('signals that wake each other for ever', () => {
  test('go on in batches, and leave room for everybody else', async () => {
    // given
    const [ping] = await deploy(echo('ping', 'a', 'b'), echo('pong', 'b', 'a'));

    // when
    await raw.call('BroadcastSignal', { signalName: 'a' });

    // then
    await expect.poll(() => countOf('pong'), { timeout: 10_000 }).toBeGreaterThan(200);
    await expect(raw.call('Topology', {})).resolves.toMatchObject({ clusterSize: 1 });
    await expect(raw.call('PublishMessage', { name: 'other' })).resolves.toMatchObject({ tenantId: '<default>' });

    // when the chain is broken
    await raw.call('DeleteResource', { resourceKey: ping });

    // then it ends
    const active = async () => engine.database.query("select key from engine.process_instance where state = 'ACTIVE'");
    await expect.poll(active, { timeout: 10_000 }).toEqual([]);
    expect(await checkBroker(engine.database)).toEqual([]);
    expect(engine.failures).toEqual([]);
  });

  test.each([
    ['of processes that start each other', [echo('echo', 'c', 'd'), echo('answer', 'd', 'c')], 'c'],
    ['within one instance', [hearingItself], null],
  ])(
    'end with an incident that says so: %s',
    async (_, models, signalName) => {
      // given
      await deploy(...models);

      // when
      if (signalName === null) await raw.call('CreateProcessInstance', { bpmnProcessId: 'self', version: -1 });
      else await raw.call('BroadcastSignal', { signalName });

      // then
      await expect.poll(openIncidents, { timeout: 60_000 }).toMatchObject([{ error_type: 'LOOP_LIMIT' }]);
      const [{ process_instance_key: processInstanceKey } = {}] = await openIncidents();
      await raw.call('CancelProcessInstance', { processInstanceKey });
      expect(await openIncidents()).toEqual([]);
      expect(await checkBroker(engine.database)).toEqual([]);
      expect(engine.failures).toEqual([]);
    },
    80_000,
  );
});
