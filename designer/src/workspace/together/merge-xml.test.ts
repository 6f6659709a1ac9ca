import { readXmlTree } from '@irisflow/xml';
import { describe, expect, test } from 'vitest';
import { mergeXml } from './merge-xml.ts';

const task = (id: string, name: string, more = '') =>
  `<bpmn:userTask id="${id}" name="${name}">${more}</bpmn:userTask>`;
const flow = (id: string, from: string, to: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;
const shape = (id: string, x: number) =>
  `<di:shape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="10" /></di:shape>`;
const drawing = (elements: readonly string[], shapes: readonly string[] = []) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="urn:bpmn" xmlns:di="urn:di" xmlns:dc="urn:dc" xmlns:z="urn:z" id="d">
  <bpmn:process id="p">
    ${elements.join('\n    ')}
  </bpmn:process>
  <di:plane id="plane">
    ${shapes.join('\n    ')}
  </di:plane>
</bpmn:definitions>
`;

const a = task('a', 'Look');
const b = task('b', 'Decide');
const ab = flow('ab', 'a', 'b');
const base = drawing([a, b, ab], [shape('a', 0), shape('b', 100)]);

describe('two people in one diagram', () => {
  test('one renames a task, the other adds one and moves a shape: both are in it, every other character stays', () => {
    const mine = drawing([task('a', 'Look twice'), b, ab], [shape('a', 0), shape('b', 100)]);
    const theirs = drawing([a, b, task('c', 'Write'), ab], [shape('a', 0), shape('b', 300), shape('c', 500)]);
    expect(mergeXml([base, mine, theirs])).toBe(
      drawing([task('a', 'Look twice'), b, task('c', 'Write'), ab], [shape('a', 0), shape('b', 300), shape('c', 500)]),
    );
  });

  test('both change the same task in different parts of it', () => {
    const input = (target: string) => `<z:input source="=x" target="${target}" />`;
    const withInputs = (name: string, ...targets: string[]) =>
      drawing([task('a', name, `<z:ext>${targets.map(input).join('')}</z:ext>`)]);
    const merged = mergeXml([withInputs('A', 'x'), withInputs('B', 'x', 'mine'), withInputs('A', 'x', 'theirs')]) ?? '';
    const names = [...merged.matchAll(/(?:target|name)="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['B', 'x', 'mine', 'theirs']);
    expect(readXmlTree(merged)).not.toBeNull();
  });

  test('ways into a task are told apart by what they name, and none is doubled or lost', () => {
    const into = (...flows: string[]) =>
      drawing([
        task('a', 'A', flows.map((id) => `<bpmn:incoming>${id}</bpmn:incoming>`).join('')),
        ...['f', 'g', 'h'].map((id) => flow(id, 'a', 'a')),
      ]);
    const merged = mergeXml([into('f'), into('f', 'g'), into('f', 'h')]) ?? '';
    expect([...merged.matchAll(/incoming>(\w)</g)].map(([, id]) => id)).toEqual(['f', 'g', 'h']);
  });

  test.each([
    ['both rename it', drawing([task('a', 'Mine'), b, ab]), drawing([task('a', 'Theirs'), b, ab])],
    ['one removes it, the other leads a way to it', drawing([a]), drawing([a, b, ab, flow('again', 'b', 'b')])],
    [
      'both add something of one name in two places',
      drawing([a, b, ab, task('new', 'N')]),
      drawing([a, task('b', 'Decide', task('new', 'N')), ab]),
    ],
    [
      'a comment would lose its place',
      base.replace('Look', 'See'),
      base.replace('</bpmn:process>', '<!-- why --></bpmn:process>'),
    ],
    ['one of them is no XML', '<half', drawing([a])],
  ])('a person is asked where %s', (_, mine, theirs) => {
    expect(mergeXml([drawing([a, b, ab]), mine, theirs])).toBeNull();
  });

  test('merges a drawing of thousands of elements while somebody waits, and none that tells of entities', () => {
    const timeOf = (count: number): number => {
      const many = (changed: number) =>
        drawing(Array.from({ length: count }, (_, at) => task(`t${at}`, at === changed ? 'Other' : 'Look')));
      const begun = performance.now();
      expect(mergeXml([many(-1), many(1), many(2)])?.match(/Other/g)).toHaveLength(2);
      return performance.now() - begun;
    };
    const few = timeOf(500);
    // Ten times as many take ten times as long, and not a hundred times.
    expect(timeOf(5000)).toBeLessThan(few * 40);
    const bomb = (name: string) =>
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n${drawing([task('a', name), '&b;'])}`;
    expect(mergeXml([bomb('A'), bomb('B'), bomb('A')])).toBeNull();
  });
});
