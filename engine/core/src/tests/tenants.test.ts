import { bpmnProcess } from '@irisflow/bpmn';
import type { JobKey, ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { describe, expect, it } from 'vitest';
import type { Request } from '../command/command.ts';
import { createTestEngine } from '../testing/index.ts';
import { parseResource } from '../testing/parse-resource.ts';

const oneTask = bpmnProcess('p').start().serviceTask('work', { type: 'w' }).end().toXml();

describe('tenants', () => {
  const deployed = (tenantIds?: ReadonlySet<string>) => {
    const engine = createTestEngine(tenantIds === undefined ? {} : { tenantIds });
    const deploy = (tenantId: string) =>
      engine.send({ kind: 'deploy', tenantId, resources: [parseResource(oneTask)] }).items[0]!.definition;
    return { engine, red: [deploy('red'), engine.create('p', {}, { tenantId: 'red' })] as const, deploy };
  };

  it('TN 224: the same process id in two tenants has independent versions', () => {
    const { engine, deploy } = deployed();
    expect(() => engine.create('p', {}, { tenantId: 'blue' })).toThrow(/none found/);
    deploy('blue');
    expect(engine.create('p', {}, { tenantId: 'blue' })).toMatchObject({ version: 1, tenantId: 'blue' });
  });

  it('keys of another tenant look as if they were not there', () => {
    const { engine, red } = deployed(new Set(['blue']));
    const [definition, { processInstanceKey }] = red;
    const [job] = engine.jobs();
    const blue = createRequests(processInstanceKey, job!.key, definition.key);
    expect(blue.map((command) => engine.refused(command).type)).toEqual(blue.map(() => 'NOT_FOUND'));
  });

  const createRequests = (instance: ProcessInstanceKey, jobKey: JobKey, definitionKey: string): readonly Request[] => [
    { kind: 'cancelInstance', processInstanceKey: instance },
    { kind: 'setVariables', scopeKey: instance, variables: '{}', reach: 'local' },
    { kind: 'modifyInstance', processInstanceKey: instance, activate: [], move: [], terminate: [] },
    {
      kind: 'migrateInstance',
      processInstanceKey: instance,
      targetDefinitionKey: definitionKey as ProcessDefinitionKey,
      mappings: [],
    },
    { kind: 'completeJob', jobKey, variables: '{}', result: null },
    { kind: 'updateJobRetries', jobKey, retries: 1 },
    { kind: 'deleteResource', resourceKey: definitionKey },
    {
      kind: 'createInstance',
      tenantId: 'blue',
      process: { by: 'key', key: definitionKey as ProcessDefinitionKey },
      variables: '{}',
      startAt: [],
      awaited: null,
      tags: [],
      businessId: null,
    },
  ];

  it('messages and signals stay in their tenant', () => {
    const engine = createTestEngine();
    const waiting = bpmnProcess('q')
      .start()
      .receiveTask('m', { message: 'paid', correlationKey: '= "a"' })
      .catchEvent('s', { event: { signal: 'go' } })
      .end()
      .toXml();
    engine.send({ kind: 'deploy', tenantId: 'red', resources: [parseResource(waiting)] });
    engine.create('q', {}, { tenantId: 'red' });
    engine.publish('paid', 'a', { tenantId: 'blue' });
    expect(engine.active()).toEqual(['q', 'm']);
    engine.publish('paid', 'a', { tenantId: 'red' });
    engine.send({ kind: 'broadcastSignal', tenantId: 'blue', name: 'go', variables: '{}' });
    expect(engine.active()).toEqual(['q', 's']);
    engine.send({ kind: 'broadcastSignal', tenantId: 'red', name: 'go', variables: '{}' });
    expect(engine.active()).toEqual([]);
  });
});
