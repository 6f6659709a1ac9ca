import { describe, expect, it } from 'vitest';

import { bpmnProcess, lintBpmn, parseBpmn } from '../index.ts';
import type { BpmnProblemCode, DrawPath, UserTaskOptions } from '../index.ts';

const xmlOf = (draw: DrawPath): string => {
  const path = bpmnProcess('p').start();
  draw(path);
  return path.toXml();
};

interface Case {
  readonly code: BpmnProblemCode;
  readonly draw: DrawPath;
  /** Changes the XML to something that the builder would not write. */
  readonly change?: (xml: string) => string;
}

const without =
  (pattern: RegExp) =>
  (xml: string): string => {
    expect(xml).toMatch(pattern);
    return xml.replace(pattern, '');
  };

const instead =
  (pattern: RegExp | string, text: string) =>
  (xml: string): string => {
    expect(xml).toMatch(pattern);
    return xml.replace(pattern, text);
  };

const job = { type: 't' };
const multiInstance = { inputCollection: '= items' };

/** Every case has its problem at the element with id `x`. */
const cases: readonly Case[] = [
  { code: 'BPMN_FEEL_INVALID', draw: (path) => path.serviceTask('x', { type: '= 1 +' }).end() },
  {
    code: 'BPMN_FEEL_REQUIRED',
    draw: (path) => path.serviceTask('x', { ...job, multiInstance: { inputCollection: 'items' } }).end(),
  },
  {
    code: 'BPMN_FEEL_REQUIRED',
    draw: (path) => path.scriptTask('x', { expression: '1 + 1', resultVariable: 'r' }).end(),
  },
  {
    code: 'BPMN_MAPPING_SOURCE_MISSING',
    draw: (path) => path.serviceTask('x', { ...job, outputs: { a: '' } }).end(),
  },
  {
    code: 'BPMN_MAPPING_SOURCE_NULL',
    draw: (path) => path.serviceTask('x', { ...job, inputs: { a: '' } }).end(),
  },
  {
    code: 'BPMN_MAPPING_SOURCE_NULL',
    draw: (path) => path.serviceTask('x', { ...job, inputs: { a: '= 1' } }).end(),
    change: without(/ source="= 1"/),
  },
  {
    code: 'BPMN_VARIABLE_UNREADABLE',
    draw: (path) => path.serviceTask('x', { ...job, multiInstance: { ...multiInstance, inputElement: 'a.b' } }).end(),
  },
  {
    code: 'BPMN_MAPPING_TARGET_INVALID',
    draw: (path) => path.serviceTask('x', { ...job, outputs: { 'a.b-c': '= a' } }).end(),
  },
  {
    code: 'BPMN_MAPPING_TARGET_INVALID',
    draw: (path) => path.serviceTask('x', { ...job, inputs: { 'a.null': '= a' } }).end(),
  },
  {
    code: 'BPMN_MAPPING_TARGET_INVALID',
    draw: (path) => path.scriptTask('x', { expression: '= 1', resultVariable: 'a b' }).end(),
  },
  {
    code: 'BPMN_HEADER_KEY_MISSING',
    draw: (path) => path.serviceTask('x', { ...job, headers: { '': 'v' } }).end(),
  },
  {
    code: 'BPMN_HEADER_RESERVED',
    draw: (path) => path.serviceTask('x', { ...job, headers: { 'io.camunda.zeebe:assignee': 'v' } }).end(),
  },
  {
    code: 'BPMN_HEADER_DUPLICATE',
    draw: (path) => path.serviceTask('x', { ...job, headers: { k: 'v' } }).end(),
    change: instead(/<zeebe:header .*\/>/, '$&$&'),
  },
  { code: 'BPMN_RETRIES_INVALID', draw: (path) => path.serviceTask('x', { ...job, retries: 'many' }).end() },
  {
    code: 'BPMN_BINDING_INVALID',
    draw: (path) => path.callActivity('x', { processId: 'c', binding: 'latest' }).end(),
    change: instead('"latest"', '"newest"'),
  },
  {
    code: 'BPMN_BINDING_VERSION_TAG_MISSING',
    draw: (path) => path.callActivity('x', { processId: 'c', binding: { versionTag: '' } }).end(),
  },
  {
    code: 'BPMN_EVENT_DEFINITION_MULTIPLE',
    draw: (path) => path.catchEvent('x', { event: { timer: { duration: 'PT1H' } } }).end(),
    change: instead('<bpmn:timerEventDefinition>', '<bpmn:terminateEventDefinition />$&'),
  },
  {
    code: 'BPMN_EVENT_KIND',
    draw: (path) => path.catchEvent('x', { event: { error: 'e' } }).end(),
  },
  { code: 'BPMN_EVENT_KIND', draw: (path) => path.end('x', { event: { timer: { duration: 'PT1H' } } }) },
  {
    code: 'BPMN_MESSAGE_MISSING',
    draw: (path) => path.receiveTask('x', { message: 'm', correlationKey: '= k' }).end(),
    change: without(/ messageRef="[^"]+"/),
  },
  {
    code: 'BPMN_MESSAGE_NAME_MISSING',
    draw: (path) => path.receiveTask('x', { message: '', correlationKey: '= k' }).end(),
  },
  { code: 'BPMN_CORRELATION_KEY_MISSING', draw: (path) => path.receiveTask('x', { message: 'm' }).end() },
  {
    code: 'BPMN_CORRELATION_KEY_MISSING',
    draw: (path) => path.catchEvent('x', { event: { message: 'm' } }).end(),
  },
  {
    code: 'BPMN_SIGNAL_MISSING',
    draw: (path) => path.catchEvent('x', { event: { signal: 's' } }).end(),
    change: without(/ signalRef="[^"]+"/),
  },
  { code: 'BPMN_SIGNAL_NAME_MISSING', draw: (path) => path.catchEvent('x', { event: { signal: '' } }).end() },
  { code: 'BPMN_ERROR_MISSING', draw: (path) => path.end('x', { event: { error: null } }) },
  { code: 'BPMN_ERROR_CODE_MISSING', draw: (path) => path.end('x', { event: { error: '' } }) },
  { code: 'BPMN_ESCALATION_MISSING', draw: (path) => path.end('x', { event: { escalation: null } }) },
  { code: 'BPMN_ESCALATION_CODE_MISSING', draw: (path) => path.end('x', { event: { escalation: '' } }) },
  {
    code: 'BPMN_CATCH_CODE_NOT_STATIC',
    draw: (path) =>
      path
        .userTask('u')
        .boundary('x', { event: { error: '= code' } }, (caught) => caught.end())
        .end(),
  },
  {
    code: 'BPMN_TIMER_AMBIGUOUS',
    draw: (path) => path.catchEvent('x', { event: { timer: { duration: 'PT1H' } } }).end(),
    change: without(/<bpmn:timeDuration>.*<\/bpmn:timeDuration>/),
  },
  {
    code: 'BPMN_TIMER_AMBIGUOUS',
    draw: (path) => path.catchEvent('x', { event: { timer: { duration: 'PT1H' } } }).end(),
    change: instead('<bpmn:timeDuration>', '<bpmn:timeDate>2026-01-01T00:00:00Z</bpmn:timeDate>$&'),
  },
  { code: 'BPMN_TIMER_KIND', draw: (path) => path.catchEvent('x', { event: { timer: { cycle: 'R/P1D' } } }).end() },
  {
    code: 'BPMN_TIMER_INVALID',
    draw: (path) => path.catchEvent('x', { event: { timer: { duration: '1 hour' } } }).end(),
  },
  {
    code: 'BPMN_TIMER_INVALID',
    draw: (path) => path.catchEvent('x', { event: { timer: { date: '2026-02-30T00:00:00Z' } } }).end(),
  },
  {
    code: 'BPMN_CONDITION_MISSING',
    draw: (path) => path.catchEvent('x', { event: { condition: '= a' } }).end(),
    change: without(/<bpmn:condition .*<\/bpmn:condition>/),
  },
  {
    code: 'BPMN_CONDITION_FILTER_INVALID',
    draw: (path) => path.catchEvent('x', { event: { condition: '= a', variableNames: ['a b'] } }).end(),
  },
  {
    code: 'BPMN_INSTANTIATE_UNSUPPORTED',
    draw: (path) => path.receiveTask('x', { message: 'm', correlationKey: '= k' }).end(),
    change: instead('<bpmn:receiveTask', '$& instantiate="true"'),
  },
  {
    code: 'BPMN_INSTANTIATE_UNSUPPORTED',
    draw: (path) =>
      path
        .eventBasedGateway('x')
        .branch((next) => next.catchEvent('a', { event: { signal: 'a' } }).end())
        .branch((next) => next.catchEvent('b', { event: { signal: 'b' } }).end()),
    change: instead('<bpmn:eventBasedGateway', '$& instantiate="true"'),
  },
  {
    code: 'BPMN_JOB_TYPE_MISSING',
    draw: (path) => path.serviceTask('x', job).end(),
    change: without(/<zeebe:taskDefinition .*\/>/),
  },
  { code: 'BPMN_JOB_TYPE_MISSING', draw: (path) => path.sendTask('x', { type: ' ' }).end() },
  { code: 'BPMN_JOB_TYPE_MISSING', draw: (path) => path.throwEvent('x', { event: { message: 'm' } }).end() },
  { code: 'BPMN_JOB_TYPE_MISSING', draw: (path) => path.end('x', { event: { message: 'm' } }) },
  {
    code: 'BPMN_BUSINESS_RULE_WORK',
    draw: (path) => path.businessRuleTask('x', job).end(),
    change: instead(/<zeebe:taskDefinition .*\/>/, '$&<zeebe:calledDecision decisionId="d" resultVariable="r" />'),
  },
  {
    code: 'BPMN_BUSINESS_RULE_WORK',
    draw: (path) => path.businessRuleTask('x', job).end(),
    change: without(/<zeebe:taskDefinition .*\/>/),
  },
  {
    code: 'BPMN_SCRIPT_WORK',
    draw: (path) => path.scriptTask('x', job).end(),
    change: without(/<zeebe:taskDefinition .*\/>/),
  },
  {
    code: 'BPMN_DECISION_ID_MISSING',
    draw: (path) => path.businessRuleTask('x', { decisionId: '', resultVariable: 'r' }).end(),
  },
  {
    code: 'BPMN_RESULT_VARIABLE_MISSING',
    draw: (path) => path.businessRuleTask('x', { decisionId: 'd', resultVariable: '' }).end(),
  },
  {
    code: 'BPMN_SCRIPT_MISSING',
    draw: (path) => path.scriptTask('x', { expression: '', resultVariable: 'r' }).end(),
  },
  { code: 'BPMN_CALLED_PROCESS_MISSING', draw: (path) => path.callActivity('x', { processId: '' }).end() },
  {
    code: 'BPMN_CALLED_PROCESS_MISSING',
    draw: (path) => path.callActivity('x', { processId: 'c' }).end(),
    change: without(/<zeebe:calledElement .*\/>/),
  },
  {
    code: 'BPMN_LOOP_STANDARD',
    draw: (path) => path.serviceTask('x', { ...job, multiInstance }).end(),
    change: instead(
      /<bpmn:multiInstanceLoopCharacteristics>[\s\S]*<\/bpmn:multiInstanceLoopCharacteristics>/,
      '<bpmn:standardLoopCharacteristics />',
    ),
  },
  {
    code: 'BPMN_MULTI_INSTANCE_INPUT_MISSING',
    draw: (path) => path.serviceTask('x', { ...job, multiInstance }).end(),
    change: without(/ inputCollection="[^"]+"/),
  },
  {
    code: 'BPMN_MULTI_INSTANCE_OUTPUT_INCOMPLETE',
    draw: (path) => path.serviceTask('x', { ...job, multiInstance: { ...multiInstance, outputCollection: 'r' } }).end(),
  },
  {
    code: 'BPMN_LISTENER_TYPE_MISSING',
    draw: (path) => path.serviceTask('x', { ...job, listeners: [{ on: 'start', type: '' }] }).end(),
  },
  {
    code: 'BPMN_LISTENER_DUPLICATE',
    draw: (path) =>
      path
        .serviceTask('x', {
          ...job,
          listeners: [
            { on: 'start', type: 'a' },
            { on: 'start', type: 'a' },
          ],
        })
        .end(),
  },
  {
    code: 'BPMN_LISTENER_EVENT_TYPE',
    draw: (path) => path.exclusiveGateway('x', { listeners: [{ on: 'end', type: 'a' }] }).end(),
  },
  {
    code: 'BPMN_LISTENER_EVENT_TYPE',
    draw: (path) => path.end('x', { event: { error: 'e' }, listeners: [{ on: 'end', type: 'a' }] }),
  },
  {
    code: 'BPMN_TASK_LISTENER_NOT_NATIVE',
    draw: (path) =>
      path.userTask('x', { implementation: 'job', taskListeners: [{ on: 'assigning', type: 'a' }] }).end(),
  },
  { code: 'BPMN_CANDIDATES_INVALID', draw: (path) => path.userTask('x', { candidateGroups: 'a,,b' }).end() },
  { code: 'BPMN_DATE_INVALID', draw: (path) => path.userTask('x', { dueDate: 'tomorrow' }).end() },
  { code: 'BPMN_PRIORITY_INVALID', draw: (path) => path.userTask('x', { priority: 101 }).end() },
  {
    code: 'BPMN_FORM_AMBIGUOUS',
    draw: (path) => path.userTask('x', { formId: 'a', externalReference: 'b' }).end(),
  },
  {
    code: 'BPMN_FORM_AMBIGUOUS',
    draw: (path) => path.userTask('x', { implementation: 'job', formId: 'a', formKey: 'b' }).end(),
  },
  { code: 'BPMN_FORM_MISSING', draw: (path) => path.userTask('x', { formId: ' ' }).end() },
  {
    code: 'BPMN_FORM_MISSING',
    draw: (path) => path.userTask('x', { formId: 'a' }).end(),
    change: without(/ formId="a"/),
  },
  {
    code: 'BPMN_EXTENSION_IGNORED',
    draw: (path) => path.userTask('x', { formId: 'a', formKey: 'b' }).end(),
  },
  {
    code: 'BPMN_EXTENSION_IGNORED',
    draw: (path) => path.serviceTask('x', job).end(),
    change: instead(/<zeebe:taskDefinition .*\/>/, '$&<zeebe:jobPriorityDefinition priority="1" />'),
  },
  {
    code: 'BPMN_ELEMENT_UNSUPPORTED',
    draw: (path) => path.task('x').end(),
    change: instead('<bpmn:task ', '<bpmn:complexGateway '),
  },
  {
    code: 'BPMN_ELEMENT_UNSUPPORTED',
    draw: (path) => path.task('x').end(),
    change: instead('<bpmn:task ', '<bpmn:transaction '),
  },
  {
    code: 'BPMN_ELEMENT_UNSUPPORTED',
    draw: (path) => path.end('x', { event: { terminate: true } }),
    change: instead('terminateEventDefinition', 'cancelEventDefinition'),
  },
  {
    code: 'BPMN_FLOW_END_MISSING',
    draw: (path) => path.end(),
    change: instead('id="flow_start_end" sourceRef="start"', 'id="x"'),
  },
  {
    code: 'BPMN_BOUNDARY_UNATTACHED',
    draw: (path) =>
      path
        .userTask('u')
        .boundary('x', { event: { error: 'e' } }, (caught) => caught.end())
        .end(),
    change: instead('attachedToRef="u"', 'attachedToRef="start"'),
  },
];

describe('compileProcess', () => {
  it.each(cases.map((each, index) => ({ ...each, index })))('reports $code (case $index)', (each) => {
    // given
    const xml = (each.change ?? ((text: string) => text))(xmlOf(each.draw));
    const line = xml.split('\n').findIndex((text) => text.includes(' id="x"')) + 1;

    // when
    const problems = lintBpmn(xml, { name: 'permit.bpmn' });

    // then
    expect(problems.map(({ code }) => code)).toEqual([each.code]);
    expect(problems[0]).toMatchObject({ elementId: 'x', line, resource: 'permit.bpmn' });
    expect(problems[0]?.message).not.toMatch(/\{\w+\}/);
    expect(problems[0]?.message).toContain('x');
  });

  it('names the variable that gets no value', () => {
    const given = (direction: 'inputs' | 'outputs') =>
      lintBpmn(xmlOf((path) => path.serviceTask('x', { ...job, [direction]: { plate: '' } }).end()))[0]?.message;
    expect(given('inputs')).toMatch(/^"plate" has no value in "x" and will be null/);
    expect(given('outputs')).toBe('Expected a source for "plate" of "x", but it has none.');
  });

  it('knows the former names of the moments of a user task', () => {
    // given
    const taskListeners = ['creating', 'assigning', 'updating', 'completing', 'canceling'].map((on) => ({
      on,
      type: on,
    }));
    const xml = xmlOf((path) => path.userTask('x', { taskListeners } as UserTaskOptions).end());
    const former = ['create', 'assignment', 'update', 'complete', 'cancel'].reduce(
      (text, name, index) => text.replace(`eventType="${taskListeners[index]?.on}"`, `eventType="${name}"`),
      xml,
    );

    // when
    const result = parseBpmn(former);

    // then
    const task = result.ok ? result.processes[0]?.elements[2] : undefined;
    expect(task?.kind === 'userTask' && task.userTask.taskListeners.map(({ eventType }) => eventType)).toEqual(
      taskListeners.map(({ on }) => on),
    );
  });

  it('finds every problem in one pass', () => {
    // given
    const xml = xmlOf((path) => path.serviceTask('a', { type: '' }).userTask('b', { priority: 500 }).end());

    // when, then
    expect(lintBpmn(xml).map(({ code, elementId }) => [code, elementId])).toEqual([
      ['BPMN_JOB_TYPE_MISSING', 'a'],
      ['BPMN_PRIORITY_INVALID', 'b'],
    ]);
  });

  it.each(['R/P1D', 'R5/2026-01-01T00:00:00Z/PT12H', '0 0 9 * * MON-FRI', '@daily', '0 0 0 L * ?'])(
    'accepts the cycle %s',
    (cycle) => {
      const xml = bpmnProcess('p')
        .start('s', { event: { timer: { cycle } } })
        .end()
        .toXml();
      expect(lintBpmn(xml)).toEqual([]);
    },
  );
});
