import { usualStore } from '@irisflow/database/testing';
import { Metadata, status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { connectRaw, startBrokerUnderTest } from '../../testing/index.ts';

test('a client that sent too much twice does not keep the server from stopping', async () => {
  // given
  const engine = await startBrokerUnderTest(usualStore);
  const raw = connectRaw(engine.broker.grpcAddress);
  const large = new Metadata();
  large.set('x-large', 'x'.repeat(100_000));
  const variables = JSON.stringify({ a: 'x'.repeat(5_000_000) });
  await expect(raw.call('PublishMessage', { name: 'x', variables })).rejects.toMatchObject({
    code: status.RESOURCE_EXHAUSTED,
  });
  await expect(raw.call('Topology', {}, large)).rejects.toMatchObject({ code: status.INTERNAL });

  // when
  raw.close();
  const began = performance.now();
  await engine.stop();

  // then
  expect(performance.now() - began).toBeLessThan(10_000);
});
