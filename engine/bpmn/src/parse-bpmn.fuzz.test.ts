import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { bpmnProcess, parseBpmn, type BpmnParse } from './index.ts';

const seedXml = bpmnProcess('p', { versionTag: '1' })
  .start('s', { event: { message: 'apply' }, outputs: { a: '= b' } })
  .serviceTask('job', { type: '= "a" + b', headers: { k: 'v' }, listeners: [{ on: 'start', type: 'l' }] })
  .boundary('late', { event: { timer: { duration: 'P1D' } }, interrupting: false }, (path) => path.end())
  .compensation('undo', (path) => path.serviceTask('handler', { type: 't' }))
  .subProcess('sub', (path) =>
    path
      .start('inner')
      .userTask('decide', { formId: 'f', assignee: '= clerk' })
      .end('escalate', { event: { escalation: 'late' } })
      .eventSubProcess('esp', (caught) => caught.start('onLate', { event: { escalation: null } }).end()),
  )
  .adHocSubProcess('choose', (path) => path.task('x'), { activeElements: '= ["x"]' })
  .exclusiveGateway('fork')
  .when('= a > 1', (path) => path.throwEvent('jump', { event: { link: 'A' } }))
  .otherwise((path) => path.end('done', { event: { terminate: true } }))
  .breakOff()
  .catchEvent('land', { event: { link: 'A' } })
  .eventBasedGateway('wait')
  .branch((path) => path.catchEvent('m', { event: { message: 'm', correlationKey: '= k' } }).end())
  .branch((path) => path.catchEvent('c', { event: { condition: '= x' } }).end())
  .toXml({ layout: 'leftToRight' });

const words = seedXml.match(/"[^"]*"|<\/?[\w:]+|[\w:]+=/g) ?? [];

/** One change of the text: a piece cut out, doubled, or replaced by another piece of the same file or by noise. */
const mutation = fc.record({
  at: fc.nat(seedXml.length - 1),
  length: fc.nat(60),
  text: fc.oneof(fc.constantFrom('', ...words), fc.string({ maxLength: 8, unit: 'binary' })),
});

const swap = fc.record({ from: fc.constantFrom(...words), to: fc.constantFrom(...words) });

describe('parseBpmn on damaged files', () => {
  it('accepts the file that is damaged below', () => {
    expect(parseBpmn(seedXml).problems).toEqual([]);
  });

  it('answers a graph or problems to any cut or insertion', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        // given
        const xml = mutations.reduce(
          (text, { at, length, text: piece }) => text.slice(0, at) + piece + text.slice(at + length),
          seedXml,
        );

        // when
        const result = parseBpmn(xml);

        // then
        expect(result.ok || result.problems.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('answers a graph or problems to any exchange of names', () => {
    fc.assert(
      fc.property(fc.array(swap, { minLength: 1, maxLength: 6 }), (swaps) => {
        // given
        const xml = swaps.reduce((text, { from, to }) => text.replaceAll(from, () => to), seedXml);

        // when
        const result = parseBpmn(xml);

        // then
        expect(result.ok || result.problems.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['<x:y xmlns:x="urn:x" />', '<y xmlns="" />', 'text'])(
    'answers the whole graph or problems to %s in any place',
    (stranger) => {
      // given
      const whole = parseBpmn(seedXml);
      const annotated = seedXml.replace(
        '</bpmn:process>',
        '<bpmn:textAnnotation id="note"><bpmn:documentation>a</bpmn:documentation><bpmn:text>b</bpmn:text></bpmn:textAnnotation>$&',
      );
      const places = [...annotated.matchAll(/>/g)].map(({ index }) => index + 1);

      for (const place of places) {
        // when
        const result = parseBpmn(annotated.slice(0, place) + stranger + annotated.slice(place));

        // then
        const idsOf = (parse: BpmnParse) =>
          parse.ok ? parse.processes.flatMap(({ elements }) => elements.map(({ id }) => id)) : [];
        expect(result.ok ? idsOf(result) : idsOf(whole), annotated.slice(place - 60, place)).toEqual(idsOf(whole));
      }
    },
  );
});
