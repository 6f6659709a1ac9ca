import { bpmnProcess } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { expect } from 'vitest';
import { deployed, deployFiles, expectRefused, versionsOf } from '../kit/deployments.ts';
import { oneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { Row } from '../kit/world.ts';

const twoDecisions = (id: string, name?: string) =>
  writeDmn({
    id: `${id}_requirements`,
    name: 'Rates',
    decisions: [
      { id: `${id}_zone`, name: name ?? 'Zone', variable: 'zone', logic: '"center"' },
      { id: `${id}_rate`, name: 'Rate', requires: [`${id}_zone`], logic: 'if zone = "center" then 12 else 9' },
    ],
  });

const form = (id: string, label = 'Name') =>
  JSON.stringify({ id, type: 'default', components: [{ type: 'textfield', key: 'name', label }] });

scenarios('DP', 'Decisions, forms and tags', (scenario) => {
  scenario(18, 'a file of two decisions answers its requirements and both decisions', async (world) => {
    // given
    const id = world.name('rates');

    // when
    const answer = await deployFiles(world, { 'rates.dmn': twoDecisions(id) });

    // then
    const [requirements] = deployed('decisionRequirements', answer);
    expect(requirements).toMatchObject({
      dmnDecisionRequirementsId: `${id}_requirements`,
      dmnDecisionRequirementsName: 'Rates',
      version: 1,
      resourceName: 'rates.dmn',
    });
    const parent = { dmnDecisionRequirementsId: `${id}_requirements`, version: 1 };
    const decisionRequirementsKey = requirements?.['decisionRequirementsKey'];
    expect(deployed('decision', answer)).toMatchObject([
      { dmnDecisionId: `${id}_zone`, dmnDecisionName: 'Zone', decisionRequirementsKey, ...parent },
      { dmnDecisionId: `${id}_rate`, dmnDecisionName: 'Rate', decisionRequirementsKey, ...parent },
    ]);
  });

  scenario(18, 'a decision without a name is refused', async (world) => {
    const id = world.name('rates');
    await expectRefused(world, { 'blank.dmn': twoDecisions(id, '') }, 'blank.dmn', `${id}_zone`, 'name');
    const missing = twoDecisions(id).replace(' name="Zone"', '');
    await expectRefused(world, { 'missing.dmn': missing }, 'missing.dmn', `${id}_zone`, 'name');
  });

  scenario(19, 'a form keeps its version while it is the same, and gets the next when it changes', async (world) => {
    // given
    const id = world.name('form');

    // when
    const first = await deployFiles(world, { 'request.form': form(id) });
    const same = await deployFiles(world, { 'request.form': form(id) });
    const changed = await deployFiles(world, { 'request.form': form(id, 'Full name') });

    // then
    expect(deployed('form', first)).toMatchObject([{ formId: id, version: 1, resourceName: 'request.form' }]);
    expect(deployed('form', same)).toEqual(deployed('form', first));
    expect(deployed('form', changed)).toMatchObject([{ formId: id, version: 2 }]);
    expect(deployed('form', changed)[0]?.['formKey']).not.toBe(deployed('form', first)[0]?.['formKey']);
  });

  scenario(19, 'a form without an id is refused', async (world) => {
    await expectRefused(world, { 'none.form': JSON.stringify({ components: [] }) }, 'none.form', 'id');
    await expectRefused(world, { 'blank.form': form('  ') }, 'blank.form', 'id');
    await expectRefused(world, { 'text.form': 'no form' }, 'text.form');
  });

  scenario(20, 'what is deployed together gets new versions together', async (world) => {
    // given
    const id = world.name('grant');
    const kinds = ['process', 'decisionRequirements', 'decision'] as const;
    const decisions = twoDecisions(id);
    const files = (type: string) => ({ 'grant.bpmn': oneTask(id, { type }), 'rates.dmn': decisions });
    const first = await deployFiles(world, files('first'));

    // when
    const changed = await deployFiles(world, files('second'));
    const unchanged = await deployFiles(world, files('second'));

    // then
    const versions = (answer: readonly Row[]) => kinds.map((kind) => versionsOf(kind, answer));
    expect(versions(first)).toEqual([[1], [1], [1, 1]]);
    expect(versions(changed)).toEqual([[2], [2], [2, 2]]);
    expect(deployed('decision', changed)[0]?.['decisionKey']).not.toBe(deployed('decision', first)[0]?.['decisionKey']);
    for (const kind of kinds) expect(deployed(kind, unchanged)).toEqual(deployed(kind, changed));
  });

  scenario(21, 'a call activity finds the latest version that carries its tag', async (world) => {
    // given
    const [child, caller, type] = [world.name('child'), world.name('caller'), world.name('work')];
    const tagged = (versionTag: string, version: number) =>
      bpmnProcess(child, { versionTag })
        .start()
        .serviceTask('work', { type: `${type}_${version}` })
        .end()
        .toXml();
    await world.deploy(tagged('stable', 1));
    await world.deploy(tagged('next', 2));
    await world.deploy(tagged('stable', 3));
    await world.deploy(tagged('next', 4));
    await world.deploy(
      bpmnProcess(caller)
        .start()
        .callActivity('call', { processId: child, binding: { versionTag: 'stable' } })
        .end()
        .toXml(),
    );

    // when
    const instance = await world.create(caller);

    // then
    expect((await world.job(`${type}_3`)).processInstanceKey).not.toBe(instance);
  });

  scenario(21, 'a tag that nobody carries is an incident until it is deployed', async (world) => {
    // given
    const [child, caller, type] = [world.name('child'), world.name('caller'), world.name('work')];
    const tagged = (versionTag: string) =>
      bpmnProcess(child, { versionTag }).start().serviceTask('work', { type }).end().toXml();
    await world.deploy(
      tagged('draft'),
      bpmnProcess(caller)
        .start()
        .callActivity('call', { processId: child, binding: { versionTag: 'approved' } })
        .end()
        .toXml(),
    );
    const instance = await world.create(caller);
    const incident = await world.incident(instance);
    expect(incident).toMatchObject({ errorType: 'CALLED_ELEMENT_ERROR', elementId: 'call' });
    expect(await world.activate(type)).toEqual([]);

    // when
    await world.deploy(tagged('approved'));
    await world.resolve(incident);
    await world.complete(await world.job(type));

    // then
    expect(await world.state(instance)).toBe('COMPLETED');
  });
});
