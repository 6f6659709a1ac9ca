import { usualStore } from '@irisflow/database/testing';
import { bpmnProcess } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectRaw } from '../testing/raw-gateway.ts';
import { type RestUnderTest, startRestUnderTest } from '../testing/rest-under-test.ts';

/** The worst order that a client can send. */
const FILES = {
  'application.form': JSON.stringify({ id: 'application', components: [] }),
  'rates.dmn': writeDmn({
    id: 'rates',
    name: 'Rates',
    decisions: [
      { id: 'rate', name: 'Rate', logic: '12' },
      { id: 'limit', name: 'Limit', logic: '3' },
    ],
  }),
  'one.bpmn': bpmnProcess('one').start().end().toXml(),
  'two.bpmn': bpmnProcess('two').start().end().toXml(),
};
const files = Object.entries(FILES);

let rest: RestUnderTest;
beforeAll(async () => void (rest = await startRestUnderTest(usualStore)), 60_000);
afterAll(() => rest.stop());

const kindsOf = (deployments: unknown) =>
  (deployments as object[]).map(
    (item) => Object.entries(item).find(([name, value]) => name !== 'Metadata' && value !== null)?.[0],
  );

test('a deployment over REST names processes, decisions, their files and forms in that order', async () => {
  const form = new FormData();
  for (const [name, content] of files) form.append('resources', new File([content], name));
  const { body } = await rest.ask('POST', '/deployments', form);
  expect(kindsOf(body['deployments'])).toEqual([
    'processDefinition',
    'processDefinition',
    'decisionDefinition',
    'decisionDefinition',
    'decisionRequirements',
    'form',
  ]);
});

test('a deployment over gRPC names processes, decisions, their files and forms in that order', async () => {
  const raw = connectRaw(rest.engine.broker.grpcAddress);
  const resources = files.map(([name, content]) => ({ name, content: Buffer.from(content) }));
  const { deployments } = await raw.call('DeployResource', { resources });
  raw.close();
  expect(kindsOf(deployments)).toEqual(['process', 'process', 'decision', 'decision', 'decisionRequirements', 'form']);
});
