import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

describe('ad-hoc sub-process', () => {
  const adHoc = (options: object) =>
    bpmnProcess('p')
      .start()
      .adHocSubProcess(
        'ah',
        (inner) => {
          inner.serviceTask('a', { type: 'a' }).breakOff().serviceTask('b', { type: 'b' });
        },
        { activeElements: '= elements', ...options },
      )
      .userTask('after')
      .end()
      .toXml();

  it('AH 208: activates the listed elements; an unknown one is an incident', () => {
    const engine = createTestEngine();
    engine.deploy(adHoc({}));
    engine.create('p', { elements: ['a', 'b'] });
    engine.complete('a');
    expect(engine.userTasks()).toHaveLength(0);
    engine.complete('b');
    expect(engine.userTasks()).toHaveLength(1);
    engine.create('p', { elements: ['x'] });
    expect(engine.incidents()[0]?.type).toBe('EXTRACT_VALUE_ERROR');
  });

  it.each([undefined, null, 'a', [1], ['a', null]])(
    'AH 208: what is no list of ids is an incident, and activates nothing: %j',
    (elements) => {
      const engine = createTestEngine();
      engine.deploy(adHoc({}));
      const { processInstanceKey } = engine.create('p', elements === undefined ? {} : { elements });
      expect(engine.incidents()).toMatchObject([{ type: 'EXTRACT_VALUE_ERROR', elementId: 'ah' }]);
      engine.send({
        kind: 'setVariables',
        scopeKey: processInstanceKey,
        variables: '{"elements":["a"]}',
        reach: 'local',
      });
      engine.send({ kind: 'resolveIncident', incidentKey: engine.incidents()[0]!.key });
      expect(engine.jobs().map(({ type }) => type)).toEqual(['a']);
    },
  );

  it('AH 209: the completion condition ends the rest', () => {
    const engine = createTestEngine();
    engine.deploy(adHoc({ completionCondition: '= done' }));
    engine.create('p', { elements: ['a', 'b'], done: false });
    engine.complete('a', { done: true });
    expect(engine.active()).toEqual(['p', 'after']);
  });

  it('AH 210: a worker names what to activate, is asked again after each, and says when it is done', () => {
    const engine = createTestEngine();
    engine.deploy(adHoc({ activeElements: undefined, type: 'agent' }));
    engine.create('p');
    const answer = {
      denied: false,
      deniedReason: '',
      corrections: {},
      activateElements: [],
      isCompletionConditionFulfilled: false,
      isCancelRemainingInstances: false,
    };
    const [first] = engine.jobs('agent');
    const activateElements = [{ elementId: 'a', variables: '{"x":1}' }];
    engine.send({ kind: 'completeJob', jobKey: first!.key, variables: '{}', result: { ...answer, activateElements } });
    expect(engine.activate(engine.jobs('a')[0]!.key).variables).toBe('{"x":1}');
    engine.complete('a');
    const [second] = engine.jobs('agent');
    expect(second?.key).not.toBe(first?.key);
    engine.send({
      kind: 'completeJob',
      jobKey: second!.key,
      variables: '{}',
      result: { ...answer, isCompletionConditionFulfilled: true },
    });
    expect(engine.active()).toEqual(['p', 'after']);
  });

  it('AH 210: activates elements from outside, beside what runs or in its place', () => {
    const engine = createTestEngine();
    engine.deploy(adHoc({}));
    engine.create('p', { elements: ['a'] });
    const { key } = engine.element('ah');
    const activate = (remaining: 'keep' | 'cancel', ...ids: string[]) => ({
      kind: 'activateAdHocActivities' as const,
      adHocSubProcessInstanceKey: key,
      elements: ids.map((elementId) => ({ elementId, variables: '{"x":1}' })),
      remaining,
    });
    engine.send(activate('keep', 'b'));
    expect(engine.jobs().map(({ type }) => type)).toEqual(['a', 'b']);
    expect(engine.activate(engine.jobs('b')[0]!.key).variables).toContain('"x":1');
    engine.send(activate('cancel', 'a'));
    expect(engine.jobs().map(({ type }) => type)).toEqual(['a']);
    engine.complete('a');
    expect(engine.active()).toEqual(['p', 'after']);
  });

  it('AH 210: refuses what cannot be activated', () => {
    const engine = createTestEngine();
    engine.deploy(adHoc({}));
    const { processInstanceKey } = engine.create('p', { elements: ['a'] });
    const { key } = engine.element('ah');
    const refusal = (adHocSubProcessInstanceKey: typeof key, ...ids: string[]) =>
      engine.refused({
        kind: 'activateAdHocActivities',
        adHocSubProcessInstanceKey,
        elements: ids.map((elementId) => ({ elementId, variables: '{}' })),
        remaining: 'keep',
      }).type;
    expect(refusal(processInstanceKey, 'a')).toBe('NOT_FOUND');
    expect(refusal(key, 'after')).toBe('NOT_FOUND');
    expect(refusal(key)).toBe('INVALID_ARGUMENT');
    expect(refusal(key, 'a', 'a')).toBe('INVALID_ARGUMENT');
  });

  it.each([
    ['parallelGateway', ['a', 'b']],
    ['inclusiveGateway', ['a', 'b']],
    ['inclusiveGateway', ['a']],
  ] as const)('AH 211: a %s behind the activated elements %s joins once', (gateway, elements) => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .adHocSubProcess(
          'ah',
          (inner) => {
            const path = inner.serviceTask('a', { type: 'a' });
            path[gateway]('join')
              .serviceTask('c', { type: 'c' })
              .breakOff()
              .serviceTask('b', { type: 'b' })
              .connectTo('join');
          },
          { activeElements: '= elements' },
        )
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p', { elements });
    for (const element of elements) engine.complete(element);
    expect(engine.completed('join')).toBe(1);
    engine.complete('c');
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(engine.replay().trees.get(processInstanceKey)?.ended).toBe(true);
  });

  it('an instance may begin inside, and a modification may activate more', () => {
    const engine = createTestEngine();
    engine.deploy(adHoc({ outputCollection: 'results', outputElement: '= result' }));
    const { processInstanceKey } = engine.create('p', { elements: [], result: 1 }, { startAt: ['a'] });
    engine.send({
      kind: 'modifyInstance',
      processInstanceKey,
      activate: [{ elementId: 'b', ancestorKey: null, variables: [] }],
      move: [],
      terminate: [],
    });
    engine.complete('a');
    engine.complete('b');
    expect(engine.active()).toEqual(['p', 'after']);
    expect(engine.variables(processInstanceKey)['results']).toEqual([1, 1]);
  });

  it('an error inside leaves through the boundary of the sub-process', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .adHocSubProcess(
          'ah',
          (inner) => {
            inner.serviceTask('a', { type: 'a' }).breakOff().serviceTask('b', { type: 'b' });
          },
          { activeElements: '= ["a", "b"]' },
        )
        .boundary('failed', { event: { error: 'E' } }, (path) => path.userTask('handle').end())
        .end()
        .toXml(),
    );
    engine.create('p');
    const [job] = engine.jobs('a');
    engine.send({ kind: 'throwError', jobKey: job!.key, errorCode: 'E', errorMessage: '', variables: '{}' });
    expect(engine.active()).toEqual(['p', 'handle']);
  });

  it('an event sub-process inside listens while the sub-process is active', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .adHocSubProcess(
          'ah',
          (inner) => {
            inner.serviceTask('a', { type: 'a' });
            inner.eventSubProcess('esp', (path) => path.start('es', { event: { signal: 'stop' } }).end('stopped'));
          },
          { activeElements: '= ["a"]' },
        )
        .userTask('after')
        .end()
        .toXml(),
    );
    engine.create('p');
    engine.broadcast('stop');
    expect(engine.completed('stopped')).toBe(1);
    expect(engine.active()).toEqual(['p', 'after']);
  });
});
