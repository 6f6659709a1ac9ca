import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bpmnProcess } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { hasZbctl, zbctl, zbctlJson } from '../kit/zbctl.ts';

/** Deploys a file from a folder, as one does at a prompt. */
const deploy = async (world: World, name: string, content: string): Promise<Record<string, unknown>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'irisflow-zbctl-'));
  writeFileSync(path.join(folder, name), content);
  const answer = await zbctlJson(world, 'deploy', 'resource', path.join(folder, name));
  rmSync(folder, { recursive: true });
  return answer;
};

const orderProcess = (id: string): string =>
  bpmnProcess(id)
    .start()
    .serviceTask('work', { type: `${id}_work` })
    .boundary('refused', { event: { error: 'refused' } }, (path_) => path_.end('turned-down'))
    .catchEvent('paid', { event: { message: `${id}_paid`, correlationKey: '= order' } })
    .catchEvent('open', { event: { signal: `${id}_open` } })
    .end()
    .toXml();

const started = async (world: World): Promise<{ id: string; key: string }> => {
  const id = world.name('order');
  await deploy(world, `${id}.bpmn`, orderProcess(id));
  const { processInstanceKey } = await zbctlJson(world, 'create', 'instance', id, '--variables', `{"order":"${id}"}`);
  return { id, key: String(processInstanceKey) };
};

const activated = async (world: World, id: string): Promise<string> => {
  const { jobs } = await zbctlJson(world, 'activate', 'jobs', `${id}_work`);
  return (jobs as readonly { key: string }[])[0]?.key ?? '';
};

scenarios('TN', 'The command line client', (scenario) => {
  // The client is a program for Linux on Intel; elsewhere its messages are checked by the other scenarios of 227.
  if (!hasZbctl) return;

  scenario(227, 'zbctl prints the status of the cluster', async (world) => {
    const printed = await zbctl(world, 'status');
    expect(printed).toMatch(/Cluster size: 1\s+Partitions count: 1\s+Replication factor: 1/);
    expect(printed).toMatch(/Partition 1 : Leader, Healthy/);
  });

  scenario(227, 'zbctl takes an instance from its deployment to its end', async (world) => {
    // given
    const { id, key } = await started(world);

    // when
    await zbctl(world, 'set', 'variables', key, '--variables', '{"note":"by hand"}');
    await zbctl(world, 'complete', 'job', await activated(world, id), '--variables', '{"done":true}');
    await zbctl(world, 'publish', 'message', `${id}_paid`, '--correlationKey', id);
    await zbctl(world, 'broadcast', 'signal', `${id}_open`);

    // then
    await world.reaches(key, 'COMPLETED');
    expect(await world.variables(key)).toEqual({ order: id, note: 'by hand', done: true });
  });

  scenario(227, 'zbctl fails a job, mends its incident, throws an error, and cancels', async (world) => {
    // given
    const { id, key } = await started(world);
    const job = await activated(world, id);

    // when
    await zbctl(world, 'fail', 'job', job, '--retries', '0', '--errorMessage', 'no paper');
    const incident = await world.incident(key);
    await zbctl(world, 'update', 'retries', job, '--retries', '2');
    await zbctl(world, 'resolve', 'incident', String(incident['incidentKey']));
    await zbctl(world, 'throwError', 'job', await activated(world, id), '--errorCode', 'refused');
    const other = await zbctlJson(world, 'create', 'instance', id, '--variables', '{"order":"b"}');
    await zbctl(world, 'cancel', 'instance', String(other['processInstanceKey']));

    // then
    await world.reaches(key, 'COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toContain('turned-down');
    await world.reaches(String(other['processInstanceKey']), 'TERMINATED');
  });

  scenario(227, 'zbctl waits for a result, evaluates a decision, deletes what it deployed', async (world) => {
    // given
    const [short, rule] = [world.name('short'), world.name('rule')];
    const model = bpmnProcess(short).start().scriptTask('add', { expression: '= 1 + 2', resultVariable: 'sum' }).end();
    const deployed = await deploy(world, `${short}.bpmn`, model.toXml());
    await deploy(world, `${rule}.dmn`, decisionOf(rule));

    // when
    const result = await zbctlJson(world, 'create', 'instance', short, '--withResult');
    const decision = await zbctlJson(world, 'evaluate', 'decision', rule, '--variables', '{"x":4}');
    await zbctl(world, 'delete', 'resource', keyOf(deployed));

    // then
    expect(JSON.parse(String(result['variables']))).toEqual({ sum: 3 });
    expect(decision['decisionOutput']).toBe('8');
    await expect(zbctl(world, 'create', 'instance', short)).rejects.toThrow(/NotFound|NOT_FOUND/);
  });
});

const keyOf = ({ deployments }: Record<string, unknown>): string =>
  (deployments as readonly { process: { processDefinitionKey: string } }[])[0]?.process.processDefinitionKey ?? '';

const decisionOf = (id: string): string =>
  writeDmn({ id: `${id}_file`, name: id, decisions: [{ id, name: id, logic: 'x * 2' }] });
