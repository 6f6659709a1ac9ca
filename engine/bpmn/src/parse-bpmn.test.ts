import { describe, expect, it } from 'vitest';

import { bpmnProcess, lintBpmn, parseBpmn } from './index.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const document = (content: string): string => `${head}
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d">
${content}
</bpmn:definitions>`;

const simple = document(`<bpmn:process id="p" name="Permit" isExecutable="true">
<bpmn:startEvent id="start" />
<bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="check" />
<bpmn:serviceTask id="check" name="Check">
  <bpmn:extensionElements><zeebe:taskDefinition type="check" /></bpmn:extensionElements>
</bpmn:serviceTask>
<bpmn:sequenceFlow id="f2" sourceRef="check" targetRef="end" />
<bpmn:endEvent id="end" />
</bpmn:process>`);

const executable = (content: string): string =>
  document(`<bpmn:process id="p" isExecutable="true">\n${content}\n</bpmn:process>`);

const longId = 'a'.repeat(256);

const found = (xml: string | Uint8Array): readonly unknown[] =>
  lintBpmn(xml).map(({ code, elementId, line }) => [code, elementId, line]);

describe('parseBpmn', () => {
  it('answers of a process that is not finished what could be read of it', () => {
    // given a flow that waits for its condition
    const drawn = executable(`<bpmn:startEvent id="start" />
<bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="which" />
<bpmn:exclusiveGateway id="which" />
<bpmn:sequenceFlow id="f2" sourceRef="which" targetRef="one" />
<bpmn:sequenceFlow id="f3" sourceRef="which" targetRef="other" />
<bpmn:endEvent id="one" /><bpmn:endEvent id="other" />`);

    // when
    const result = parseBpmn(drawn);

    // then nothing may run it, and its elements are known
    expect(result.ok).toBe(false);
    const unfinished = result.ok ? [] : result.unfinished;
    expect(unfinished.map(({ elements }) => elements.map(({ id }) => id))).toEqual([
      ['p', 'start', 'which', 'one', 'other'],
    ]);
  });

  it('compiles a simple process', () => {
    // given, when
    const result = parseBpmn(simple);

    // then
    expect(result.problems).toEqual([]);
    const process = result.ok ? result.processes[0] : undefined;
    expect(process).toMatchObject({ id: 'p', name: 'Permit', versionTag: null, startEvents: [1] });
    expect(process?.elements.map(({ id, kind }) => [id, kind])).toEqual([
      ['p', 'process'],
      ['start', 'startEvent'],
      ['check', 'serviceTask'],
      ['end', 'endEvent'],
    ]);
    expect(process?.flows.map(({ source, target }) => [source, target])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(process?.elements[0]).toMatchObject({ noneStart: 1, children: [1, 2, 3] });
    expect(process?.elements[2]).toMatchObject({
      incoming: [0],
      outgoing: [1],
      work: { kind: 'job', job: { type: { kind: 'literal', text: 'check' }, retries: { text: '3' } } },
    });
  });

  it('reads bytes as it reads text', () => {
    expect(parseBpmn(new TextEncoder().encode(simple)).ok).toBe(true);
  });

  it('answers a graph that nobody can change', () => {
    // given
    const result = parseBpmn(simple);

    // then
    const process = result.ok ? result.processes[0] : undefined;
    expect(Object.isFrozen(process)).toBe(true);
    expect(Object.isFrozen(process?.elements[2])).toBe(true);
    expect(Object.isFrozen(process?.elements[2]?.incoming)).toBe(true);
  });

  it('accepts what is drawn for people only', () => {
    // given
    const xml = document(`<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p" /></bpmn:collaboration>
<bpmn:process id="p" isExecutable="true">
<bpmn:laneSet id="lanes"><bpmn:lane id="lane"><bpmn:flowNodeRef>s</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
<bpmn:startEvent id="s" /><bpmn:dataObject id="o" /><bpmn:dataObjectReference id="r" dataObjectRef="o" />
<bpmn:textAnnotation id="t"><bpmn:text>note</bpmn:text></bpmn:textAnnotation>
<bpmn:association id="a" sourceRef="s" targetRef="t" /><bpmn:group id="g" />
</bpmn:process>`);

    // then
    expect(lintBpmn(xml)).toEqual([]);
  });

  it('keeps ids that are names of the language', () => {
    // given
    const result = parseBpmn(executable('<bpmn:startEvent id="__proto__" /><bpmn:task id="constructor" />'));

    // then
    const process = result.ok ? result.processes[0] : undefined;
    expect(process?.indexById.get('__proto__')).toBe(1);
    expect(process?.indexById.get('constructor')).toBe(2);
  });

  it.each([
    ['an element BPMN does not know', '<bpmn:startEvent id="s" />\n<bpmn:foo />', 'BPMN_ELEMENT_UNKNOWN', null, 5],
    ['an attribute BPMN does not know', '<bpmn:startEvent id="s" color="red" />', 'BPMN_ATTRIBUTE_UNKNOWN', 's', 4],
    [
      'a dangling reference',
      '<bpmn:startEvent id="s" />\n<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="gone" />',
      'BPMN_REFERENCE_UNRESOLVED',
      'f',
      5,
    ],
    ['an element without id', '<bpmn:startEvent id="s" />\n<bpmn:task />', 'BPMN_ID_MISSING', 'p', 3],
    ['an id that is none', '<bpmn:startEvent id="s" />\n<bpmn:task id="a b" />', 'BPMN_ID_INVALID', null, 5],
    ['an id without end', `<bpmn:startEvent id="${longId}" />`, 'BPMN_ID_INVALID', longId, 4],
    ['an id used twice', '<bpmn:startEvent id="s" />\n<bpmn:task id="s" />', 'XML_DUPLICATE_ID', null, 5],
    [
      'an extension of an unknown version',
      '<bpmn:startEvent id="s">\n<bpmn:extensionElements><zeebe:new /></bpmn:extensionElements></bpmn:startEvent>',
      'BPMN_ELEMENT_UNKNOWN',
      null,
      5,
    ],
  ])('refuses %s', (_, content, ...problem) => {
    expect(found(executable(content))).toEqual([problem]);
  });

  it('refuses a file without executable process', () => {
    expect(found(document('<bpmn:process id="p"><bpmn:startEvent id="s" /></bpmn:process>'))).toEqual([
      ['BPMN_NO_EXECUTABLE_PROCESS', null, 1],
    ]);
  });

  it.each([
    ['nothing', '', 'XML_EMPTY'],
    ['no XML', 'hello', 'XML_MALFORMED'],
    ['an unclosed element', '<a><b></a>', 'XML_MALFORMED'],
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'XML_DOCTYPE'],
    ['another vocabulary', '<html xmlns="http://www.w3.org/1999/xhtml" />', 'BPMN_DOCUMENT_UNREADABLE'],
    [
      'a process as root',
      '<process xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="p" />',
      'BPMN_DOCUMENT_UNREADABLE',
    ],
    ['too deep a nesting', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 'XML_TOO_DEEP'],
    ['a control character', '<a>\u0000</a>', 'XML_CONTROL_CHARACTER'],
  ])('refuses %s', (_, xml, code) => {
    // when
    const result = parseBpmn(xml);

    // then
    expect(result.ok).toBe(false);
    expect(result.problems[0]).toMatchObject({ code, severity: 'error' });
  });

  it('refuses a hostile file of 15,000 elements within a second', () => {
    // given
    const xml = executable(Array.from({ length: 15_000 }, (_, n) => `<bpmn:task id="t${n}" />`).join(''));

    // when
    const began = Date.now();
    const result = parseBpmn(xml);

    // then
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(result.problems).toMatchObject([{ code: 'XML_TOO_MANY_ELEMENTS' }]);
  });

  it('refuses a file that is full of FEEL within two seconds, naming where it became too much', () => {
    // given
    const path = bpmnProcess('p').start();
    for (let n = 0; n < 200; n++) path.serviceTask(`t${n}`, { type: `= "${'a'.repeat(9_000)}${n}"` });
    const xml = path.end().toXml();

    // when
    const began = Date.now();
    const problems = lintBpmn(xml);

    // then
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(problems.map(({ code, elementId }) => [code, elementId])).toEqual([['BPMN_FEEL_TOO_MUCH', 't22']]);
  });

  it('refuses a file that takes too many steps to read, naming where it became too much', () => {
    // given
    const path = bpmnProcess('p').start();
    for (let n = 0; n < 20; n++) path.serviceTask(`t${n}`, { type: `= [${'1,'.repeat(2_500)}${n}]` });

    // when
    const problems = lintBpmn(path.end().toXml());

    // then
    expect(problems).toMatchObject([{ code: 'BPMN_FEEL_TOO_COSTLY', elementId: 't4', params: { limit: '1000000' } }]);
  });

  it('reads an expression in each of the elements that a file may have, all of them different', () => {
    // given
    const path = bpmnProcess('p').start();
    for (let n = 0; n < 1_200; n++) path.serviceTask(`t${n}`, { type: `= "work " + string(${n})` });

    // when
    const { ok } = parseBpmn(path.end().toXml());

    // then
    expect(ok).toBe(true);
  });

  it('compiles the longest chain that is allowed without running out of stack', () => {
    // given
    const path = bpmnProcess('p').start();
    for (let n = 0; n < 4_800; n++) path.manualTask(`t${n}`);

    // when
    const result = parseBpmn(path.end().toXml());

    // then
    expect(result.problems).toEqual([]);
    expect(result.ok && result.processes[0]?.elements).toHaveLength(4_803);
  });
});
