import { gzipSync } from 'node:zlib';
import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, test } from 'vitest';
import { around, file } from '../claims/bpmn/models.ts';
import { deployFiles, expectNotDeployed, expectRefused } from '../kit/deployments.ts';
import { many } from './kit/many.ts';
import { underAttack } from './kit/under-attack.ts';

const start = '<bpmn:startEvent id="start"/>';
const fine = file(`${start}<bpmn:sequenceFlow id="to" sourceRef="start" targetRef="end"/><bpmn:endEvent id="end"/>`);
const THOUSANDS = 100_000;

const billionLaughs = `<!DOCTYPE lolz [<!ENTITY lol0 "lol">${many(
  9,
  (at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`,
)}]>${file('<bpmn:startEvent id="start" name="&lol9;"/>')}`;

/** Files that are no BPMN that anybody drew, and what their refusal says. */
const files: readonly (readonly [what: string, content: string | Buffer, words: string])[] = [
  [
    'an external entity',
    `<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>${file('<bpmn:startEvent id="start" name="&secret;"/>')}`,
    'Expected no document type',
  ],
  ['an external document type', `<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">${fine}`, 'Expected no document type'],
  ['a billion laughs', billionLaughs, 'Expected no document type'],
  [
    'a hundred thousand levels',
    file('<bpmn:subProcess>'.repeat(THOUSANDS) + '</bpmn:subProcess>'.repeat(THOUSANDS)).slice(0, 3_900_000),
    'bytes of XML',
  ],
  [
    'forty thousand levels in as many bytes as a file may have',
    file('<a>'.repeat(40_000) + '</a>'.repeat(40_000)),
    'nested at most 200 deep, but <a>',
  ],
  ['a hundred thousand siblings', file(start + '<bpmn:group/>'.repeat(THOUSANDS)), 'at most 10000 elements'],
  [
    'a hundred thousand attributes',
    file(`<bpmn:startEvent id="start" ${many(THOUSANDS, (at) => `a${at}="" `)}/>`),
    'at most 100 attributes on one element, but "a99"',
  ],
  [
    'a hundred thousand namespaces',
    file(`<bpmn:startEvent id="start" ${many(THOUSANDS, (at) => `xmlns:n${at}="urn:n" `)}/>`),
    'at most 100 attributes on one element',
  ],
  [
    'an attribute of three megabytes',
    file(`<bpmn:startEvent id="start" name="${'x'.repeat(3_000_000)}"/>`),
    'bytes of XML',
  ],
  ['one id twice', file(`${start}<bpmn:endEvent id="start"/>`), 'Expected every id once, but "start"'],
  [
    'a reference to nobody',
    file(`${start}<bpmn:sequenceFlow id="to" sourceRef="start" targetRef="gone"/>`),
    '"targetRef" of "to" to name an element of this file, but there is no "gone"',
  ],
  [
    'a boundary event of nobody',
    file(`${start}<bpmn:boundaryEvent id="it" attachedToRef="gone"><bpmn:signalEventDefinition/></bpmn:boundaryEvent>`),
    'but there is no "gone"',
  ],
  [
    'a reference to something of another kind',
    around('<bpmn:receiveTask id="it" messageRef="start"/>'),
    'Expected the message "start" of "it" to have a name',
  ],
  [
    'a flow across a border',
    bpmnProcess('covered')
      .start()
      .subProcess('inside', (inner) => inner.start('in').connectTo('end'))
      .end()
      .toXml(),
    'to stay within one (sub-)process',
  ],
  ['a NUL character', file('<bpmn:startEvent id="start" name="a\u0000b"/>'), 'found a control character'],
  [
    'a control character by its number',
    file('<bpmn:startEvent id="start" name="&#8;"/>'),
    'malformed character entity',
  ],
  ['a NUL character by its number', file('<bpmn:startEvent id="start" name="&#0;"/>'), 'malformed character entity'],
  ['half a character', file('<bpmn:startEvent id="start" name="&#xD800;"/>'), 'malformed character entity'],
  [
    'UTF-16 that says it is UTF-8',
    Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-8"?>${fine}`, 'utf16le'),
    'encoded as it declares',
  ],
  ['UTF-8 that says it is UTF-16', `<?xml version="1.0" encoding="UTF-16"?>${fine}`, 'encoded as it declares'],
  [
    'Latin-1',
    Buffer.from(`<?xml version="1.0"?>${fine.replace('id="start"', 'id="start" name="é"')}`, 'latin1'),
    'encoded as it declares',
  ],
  ['bytes of gzip', gzipSync(fine), 'encoded as it declares'],
  ['nothing', '', 'the file is empty'],
  ['a program', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'text outside of the root element'],
];

/** What BPMN has and the engine does not run; the refusal names the element and what it has. */
const unsupported: readonly (readonly [called: string, model: string])[] = [
  ['<complexGateway>', around('<bpmn:complexGateway id="it"/>')],
  ['<transaction>', around('<bpmn:transaction id="it"><bpmn:startEvent id="in"/></bpmn:transaction>')],
  ['standard loop', around('<bpmn:manualTask id="it"><bpmn:standardLoopCharacteristics/></bpmn:manualTask>')],
  [
    '<cancelEventDefinition>',
    file(
      `${start}<bpmn:sequenceFlow id="to" sourceRef="start" targetRef="it"/><bpmn:endEvent id="it"><bpmn:cancelEventDefinition/></bpmn:endEvent>`,
    ),
  ],
  ['<choreographyTask>', around('<bpmn:choreographyTask id="it"/>')],
  [
    'script task',
    around(
      '<bpmn:scriptTask id="it" scriptFormat="javascript"><bpmn:script>process.exit()</bpmn:script></bpmn:scriptTask>',
    ),
  ],
];

/** What every object of the language has. */
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

underAttack('Hostile XML', (attacked) => {
  describe(
    'is refused within two seconds in a sentence that names the matter, and nothing of it is stored',
    { retry: 1 },
    () => {
      test.for(files)('%s', async ([, content, words]) => {
        const { world } = attacked;
        const began = performance.now();
        await expectRefused(world, { 'covered.bpmn': content }, words);
        expect(performance.now() - began).toBeLessThan(5_000);
        await expectNotDeployed(world, 'covered');
      });

      test.for(unsupported)('%s', async ([called, model]) => {
        const { world } = attacked;
        const began = performance.now();
        await expectRefused(world, { 'covered.bpmn': model }, '"it"', called);
        expect(performance.now() - began).toBeLessThan(5_000);
        await expectNotDeployed(world, 'covered');
      });

      test('an attribute of 20 megabytes, which no message can hold', async () => {
        const { world } = attacked;
        const model = file(`<bpmn:startEvent id="start" name="${'x'.repeat(20_000_000)}"/>`);
        const { code, details } = await world.refusal(deployFiles(world, { 'covered.bpmn': model }));
        expect([code, details]).toEqual([status.RESOURCE_EXHAUSTED, expect.stringContaining('larger than max')]);
        await expectNotDeployed(world, 'covered');
      });

      test('one bad file among good ones', async () => {
        const { world } = attacked;
        const good = bpmnProcess('good').start().end().toXml();
        await expectRefused(
          world,
          { 'good.bpmn': good, 'covered.bpmn': billionLaughs },
          'covered.bpmn',
          'document type',
        );
        await expectNotDeployed(world, 'good');
      });
    },
  );

  test('a byte order mark is no reason to refuse', async () => {
    const { world } = attacked;
    const model = bpmnProcess('marked').start().end().toXml();
    await deployFiles(world, { 'marked.bpmn': `\uFEFF${model}` });
    expect(await world.run('marked')).toEqual({});
  });

  test('names that every object of the language has are names like any other', async () => {
    // given
    const { world } = attacked;
    const path = bpmnProcess('__proto__').start('constructor');
    for (const name of inherited.slice(2)) {
      path.serviceTask(name, { type: name, inputs: { [`_${name}`]: `= "${name}"` }, headers: { [name]: name } });
    }
    await world.deploy(path.end('prototypeOf').toXml());

    // when
    const outer = inherited
      .slice(2)
      .map((name) => `"${name}":"outer"`)
      .join();
    const variables = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},${outer}}`;
    const created = await world.raw.call('CreateProcessInstance', {
      bpmnProcessId: '__proto__',
      version: -1,
      variables,
    });
    const key = String(created['processInstanceKey']);
    for (const name of inherited.slice(2)) {
      const job = await world.job(name);
      expect(job.customHeaders).toEqual({ [name]: name });
      expect(job.variables).toMatchObject({ [`_${name}`]: name, [name]: 'outer' });
      await world.complete(job, { [name]: name });
    }

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).toEqual([...inherited, 'prototypeOf']);
    const found = await world.rest.search('/variables/search?truncateValues=false', {
      filter: { scopeKey: key, name: '__proto__' },
    });
    expect(found).toMatchObject([{ value: '{"polluted":1}' }]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
