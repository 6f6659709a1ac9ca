import { BpmnModdle } from 'bpmn-moddle';
import { expect, test } from 'vitest';

const drawings = Object.entries(
  import.meta.glob<string>(['../../../examples/*/*.bpmn', '../../../examples/journeys/*/*.bpmn'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
);

const attribute = /\s([\w:.-]+="[^"]*")/g;

/** Its tags and texts, whatever their order and however quotes and line breaks are written. */
const partsOf = (xml: string): readonly string[] =>
  xml
    .replaceAll(/&#34;|&quot;/g, '″')
    .replaceAll('&#39;', "'")
    .replaceAll('&#10;', '\n')
    .replaceAll('&#60;', '&lt;')
    .replaceAll('&#62;', '&gt;')
    .replaceAll(/>\s+</g, '><')
    .replaceAll(/>[^<]+/g, (text) => text.replaceAll('"', '″'))
    .replaceAll(/<([\w:.-]+)((?:\s[\w:.-]+="[^"]*")*)\s*(\/?>)/g, (_, name: string, attributes: string, end: string) =>
      [`<${name}`, ...[...attributes.matchAll(attribute)].map(([, one = '']) => one).toSorted(), end].join(' '),
    )
    .split('<')
    .toSorted();

test('there are drawings to open', () => expect(drawings.length).toBeGreaterThan(10));

test.each(drawings)('nothing of %s is lost when the modeler writes it', async (_, xml) => {
  const moddle = new BpmnModdle();
  const { rootElement } = await moddle.fromXML(xml);
  const { xml: written } = await moddle.toXML(rootElement, { format: true });
  expect(partsOf(written)).toEqual(partsOf(xml));
});
