import { describe, expect, it } from 'vitest';

import { escapeMarkup, lintBpmn, parseBpmn } from './index.ts';

const spec = 'http://www.omg.org/spec';
const namespaces = [
  `xmlns:bpmn="${spec}/BPMN/20100524/MODEL"`,
  `xmlns:bpmndi="${spec}/BPMN/20100524/DI"`,
  `xmlns:dc="${spec}/DD/20100524/DC"`,
  `xmlns:di="${spec}/DD/20100524/DI"`,
  `xmlns:color="${spec}/BPMN/non-normative/color/1.0"`,
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:tool="urn:tool" xmlns:own="urn:own" xmlns:other="urn:other" targetNamespace="urn:own"',
].join(' ');

interface Parts {
  /** Beside the process. */
  readonly around?: string;
  /** Inside the process, after a start event. */
  readonly inside?: string;
  readonly diagram?: string;
  readonly executable?: boolean;
}

const file = ({ around = '', inside = '', diagram = '', executable = true }: Parts): string => `<?xml version="1.0"?>
<bpmn:definitions id="d" ${namespaces}>
${around}
<bpmn:process id="p" isExecutable="${executable}"><bpmn:startEvent id="s" />${inside}</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="p">${diagram}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const found = (xml: string) => lintBpmn(xml).map(({ code, elementId, params }) => [code, elementId, params]);

const shape = '<bpmndi:BPMNShape id="shape" bpmnElement="s"><dc:Bounds x="1" y="1" width="1" height="1" />';

describe('what plays no part in execution', () => {
  it.each<[string, Parts, string, string]>([
    ['a plane of another process', { diagram: '' }, 'bpmnElement', 'plane'],
    [
      'a shape of an element that is gone',
      {
        diagram:
          '<bpmndi:BPMNShape id="x" bpmnElement="gone"><dc:Bounds x="1" y="1" width="1" height="1" /></bpmndi:BPMNShape>',
      },
      'bpmnElement',
      'x',
    ],
    [
      'an edge of an element that is gone',
      { diagram: '<bpmndi:BPMNEdge id="x" bpmnElement="gone"><di:waypoint x="1" y="1" /></bpmndi:BPMNEdge>' },
      'bpmnElement',
      'x',
    ],
    [
      'an edge from a shape that is gone',
      { diagram: `${shape}</bpmndi:BPMNShape><bpmndi:BPMNEdge id="x" bpmnElement="s" sourceElement="gone" />` },
      'sourceElement',
      'x',
    ],
    [
      'a style of a label that is gone',
      { diagram: `${shape}<bpmndi:BPMNLabel id="x" labelStyle="gone" /></bpmndi:BPMNShape>` },
      'labelStyle',
      'x',
    ],
    [
      'a data store that is gone',
      { inside: '<bpmn:dataStoreReference id="x" dataStoreRef="gone" />' },
      'dataStoreRef',
      'x',
    ],
    ['a category that is gone', { inside: '<bpmn:group id="x" categoryValueRef="gone" />' }, 'categoryValueRef', 'x'],
    [
      'messages of an operation that are gone',
      {
        around:
          '<bpmn:interface id="i" name="i"><bpmn:operation id="x" name="o"><bpmn:inMessageRef>gone</bpmn:inMessageRef></bpmn:operation></bpmn:interface>',
      },
      'inMessageRef',
      'x',
    ],
    [
      'a pool of a process that is gone',
      { around: '<bpmn:collaboration id="c"><bpmn:participant id="x" processRef="gone" /></bpmn:collaboration>' },
      'processRef',
      'x',
    ],
    [
      'a message flow from somebody who is gone',
      {
        around:
          '<bpmn:collaboration id="c"><bpmn:messageFlow id="x" sourceRef="gone" targetRef="s" /></bpmn:collaboration>',
      },
      'sourceRef',
      'x',
    ],
    [
      'a lane with a node that is gone',
      {
        inside:
          '<bpmn:laneSet id="l"><bpmn:lane id="x"><bpmn:flowNodeRef>gone</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>',
      },
      'flowNodeRef',
      'x',
    ],
    [
      'a flow that a node lists and that is gone',
      { inside: '<bpmn:task id="x"><bpmn:incoming>gone</bpmn:incoming></bpmn:task>' },
      'incoming',
      'x',
    ],
    [
      'an error of a process that does not run',
      {
        around:
          '<bpmn:process id="q"><bpmn:endEvent id="e"><bpmn:errorEventDefinition id="x" errorRef="gone" /></bpmn:endEvent></bpmn:process>',
      },
      'errorRef',
      'x',
    ],
  ])('is a warning: %s', (title, parts, property, id) => {
    // given
    const xml = file(parts);
    const given = title.startsWith('a plane') ? xml.replace('bpmnElement="p"', 'bpmnElement="gone"') : xml;

    // when
    const result = parseBpmn(given);

    // then
    expect(result.ok).toBe(true);
    const ignored = result.problems.filter(({ code }) => code !== 'BPMN_ELEMENT_UNREACHABLE');
    expect(ignored).toMatchObject([
      { code: 'BPMN_REFERENCE_IGNORED', severity: 'warning', elementId: id, params: { property, reference: 'gone' } },
    ]);
    expect(ignored[0]?.message).toBe(
      `"${property}" of "${id}" names "gone", which is not in this file; it plays no part in execution.`,
    );
  });

  it.each<[string, Parts, string, string]>([
    [
      'a colour of a label',
      { diagram: `${shape}<bpmndi:BPMNLabel id="x" color:background-color="#fff" /></bpmndi:BPMNShape>` },
      'color:background-color',
      'x',
    ],
    ['a colour of a task', { inside: '<bpmn:task id="x" color:border-color="#fff" />' }, 'color:border-color', 'x'],
    [
      'an attribute of a shape',
      { diagram: `${shape.replace('id="shape"', 'id="x" isRound="true"')}</bpmndi:BPMNShape>` },
      'isRound',
      'x',
    ],
    ['an attribute of a data store', { inside: '<bpmn:dataStoreReference id="x" size="3" />' }, 'size', 'x'],
    [
      'an attribute of a lane',
      { inside: '<bpmn:laneSet id="l"><bpmn:lane id="x" color="red" /></bpmn:laneSet>' },
      'color',
      'x',
    ],
    [
      'an attribute of a task that does not run',
      { around: '<bpmn:process id="q"><bpmn:task id="x" color="red" /></bpmn:process>' },
      'color',
      'x',
    ],
  ])('is a warning: %s', (_, parts, attribute, id) => {
    // when
    const result = parseBpmn(file(parts));

    // then
    expect(result.ok).toBe(true);
    expect(result.problems.filter(({ code }) => code !== 'BPMN_ELEMENT_UNREACHABLE')).toMatchObject([
      { code: 'BPMN_ATTRIBUTE_IGNORED', severity: 'warning', elementId: id, params: { attribute } },
    ]);
  });

  it('does not hide an error behind hundreds of warnings', () => {
    // given
    const shapes = Array.from({ length: 300 }, (_, n) => `<bpmndi:BPMNShape id="x${n}" bpmnElement="gone" />`);
    const xml = file({ inside: '<bpmn:complexGateway id="c" />', diagram: shapes.join('') });

    // when
    const result = parseBpmn(xml);

    // then
    expect(result.ok).toBe(false);
    expect(result.problems).toHaveLength(201);
    expect(result.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'BPMN_ELEMENT_UNSUPPORTED', elementId: 'c' },
    ]);
  });
});

describe('what plays a part in execution', () => {
  it.each<[string, string, string]>([
    ['attachedToRef', 'b', '<bpmn:boundaryEvent id="b" attachedToRef="gone" />'],
    ['default', 'g', '<bpmn:exclusiveGateway id="g" default="gone" />'],
    ['errorRef', 'x', '<bpmn:endEvent id="e"><bpmn:errorEventDefinition id="x" errorRef="gone" /></bpmn:endEvent>'],
    ['messageRef', 'r', '<bpmn:receiveTask id="r" messageRef="gone" />'],
    [
      'activityRef',
      'x',
      '<bpmn:endEvent id="e"><bpmn:compensateEventDefinition id="x" activityRef="gone" /></bpmn:endEvent>',
    ],
  ])('is there: what %s names', (property, id, inside) => {
    expect(found(file({ inside }))[0]).toEqual(['BPMN_REFERENCE_UNRESOLVED', id, { id, property, reference: 'gone' }]);
  });

  it('is known: an attribute of an extension', () => {
    const inside = '<bpmn:extensionElements><zeebe:versionTag value="1" kind="x" /></bpmn:extensionElements>';
    const xml = file({}).replace('<bpmn:startEvent', `${inside}<bpmn:startEvent`);
    expect(found(xml)).toEqual([['BPMN_ATTRIBUTE_UNKNOWN', 'p', { id: 'p', attribute: 'kind' }]]);
  });
});

describe('files of other tools', () => {
  it('is read when a reference has the prefix of the file itself', () => {
    // given
    const xml = file({
      around:
        '<bpmn:message id="m" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=k" /></bpmn:extensionElements></bpmn:message>',
      inside:
        '<bpmn:sequenceFlow id="f" sourceRef="own:s" targetRef="r" /><bpmn:receiveTask id="r" messageRef="own:m" />',
    });

    // when
    const result = parseBpmn(xml);

    // then
    expect(result.problems).toEqual([]);
    expect(result.ok && result.processes[0]?.elements[2]).toMatchObject({
      id: 'r',
      message: { name: { text: 'paid' } },
    });
    expect(found(xml.replace('own:m', 'other:m'))[0]?.[0]).toBe('BPMN_REFERENCE_UNRESOLVED');
  });

  it('keeps their own ids to themselves', () => {
    // given
    const foreign = '<bpmn:extensionElements><tool:a id="s" /><tool:a id="s" /></bpmn:extensionElements>';
    const xml = file({ inside: `<bpmn:task id="t">${foreign}</bpmn:task>` });

    // then
    expect(parseBpmn(xml).ok).toBe(true);
  });

  it.each([
    [
      'documentation',
      '<bpmn:documentation>Read <p xmlns="urn:x">this &amp; <b id="s">that</b></p></bpmn:documentation>',
    ],
    ['documentation without a namespace', '<bpmn:documentation><html xmlns=""><p>this</p></html></bpmn:documentation>'],
    [
      'an annotation',
      '<bpmn:textAnnotation id="n"><bpmn:text>Read <b xmlns="urn:x" /></bpmn:text></bpmn:textAnnotation>',
    ],
    [
      'a script',
      '<bpmn:scriptTask id="t"><bpmn:extensionElements><zeebe:taskDefinition type="t" /></bpmn:extensionElements><bpmn:script><tool:run /></bpmn:script></bpmn:scriptTask>',
    ],
  ])('is read with markup in %s, and with everything behind it', (_, content) => {
    // given
    const xml = file({}).replace(
      '<bpmn:startEvent id="s" />',
      `${content}<bpmn:startEvent id="s" /><bpmn:task id="last" />`,
    );

    // when
    const result = parseBpmn(xml);

    // then
    expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.ok && result.processes[0]?.elements.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['p', 's', 'last']),
    );
  });

  it('keeps the markup of documentation as text', () => {
    // given
    const markup = 'Read <p>this &amp; <b>that</b></p>';
    const xml = file({}).replace('<bpmn:startEvent', `<bpmn:documentation>${markup}</bpmn:documentation>$&`);

    // when
    const escaped = escapeMarkup(xml);

    // then
    expect(escaped).toContain(
      '<bpmn:documentation>Read &lt;p&gt;this &amp;amp; &lt;b&gt;that&lt;/b&gt;&lt;/p&gt;</bpmn:documentation>',
    );
    expect(escapeMarkup(escaped)).toBe(escaped);
  });

  it('is read with documentation of their extensions', () => {
    const extension =
      '<bpmn:extension definition="tool:x"><bpmn:documentation id="author">me</bpmn:documentation></bpmn:extension>';
    expect(lintBpmn(file({ around: extension }))).toEqual([]);
  });

  it('is read in the encoding that they declare', () => {
    // given
    const xml = file({ inside: '<bpmn:task id="t" name="Délai" />' }).replace('?>', ' encoding="ISO-8859-1"?>');
    const bytes = Uint8Array.from(xml, (character) => character.charCodeAt(0));

    // when
    const result = parseBpmn(bytes);

    // then
    expect(result.ok && result.processes[0]?.elements[2]?.name).toBe('Délai');
  });
});
