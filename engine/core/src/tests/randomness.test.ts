import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { createTestEngine, type TestEngineOptions } from '../testing/index.ts';

describe('randomness', () => {
  const start = (options: TestEngineOptions) => {
    const engine = createTestEngine(options);
    const inputs = { ticket: '= uuid()' };
    engine.deploy(bpmnProcess('p').start().serviceTask('work', { type: 'w', inputs }).end().toXml());
    engine.create('p');
    return { engine, work: engine.element('work').key };
  };

  it('comes from the caller of the decision', () => {
    // when
    const { engine, work } = start({ random: () => 0 });

    // then
    expect(engine.variables(work)).toEqual({ ticket: '00000000-0000-4000-8000-000000000000' });
  });

  it('is drawn once: a replay of the events gives what was drawn', () => {
    // given
    const { engine, work } = start({ random: Math.random });

    // when
    const [tree] = engine.replay().trees.values();

    // then
    const ticket = JSON.stringify(engine.variables(work));
    const found = tree?.elements.get(work)?.variables?.get('ticket')?.value;
    expect(ticket).toBe(`{"ticket":${found}}`);
  });
});
