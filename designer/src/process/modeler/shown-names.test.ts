import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import EventBus from 'diagram-js/lib/core/EventBus';
import { expect, test } from 'vitest';
import type { LocalizedText } from '@irisflow/client';
import { stepNamesOf } from '../../workspace/use-step-names.ts';
import { renameSteps } from '../use-naming.ts';
import type { FlowElement } from './neighbor.ts';
import { ShownNames, type Renamed } from './shown-names.ts';

interface Business {
  id: string;
  name?: string;
  $type: string;
}

const file = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="irisflow">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:task id="pay" name="Order the payment" />
    <bpmn:task id="end" name="End" />
  </bpmn:process>
</bpmn:definitions>
`;

const french: Record<string, string> = { pay: 'Ordonner le paiement', start: 'Début' };

/** A file as the modeler opens, changes and saves it, without its canvas. */
const open = async (xml: string, names: Record<string, string>) => {
  const moddle = new BpmnModdle();
  const bus = new EventBus();
  const { rootElement, elementsById } = await moddle.fromXML(xml);
  const elements = Object.values(elementsById) as unknown as Business[];
  const drawn: FlowElement[] = [];
  const redrawn: string[] = [];
  const told: Renamed[] = [];
  bus.on('elements.changed', ({ elements: changed }: { elements: { id: string }[] }) =>
    redrawn.push(...changed.map(({ id }) => id)),
  );
  const shown = new ShownNames(bus, { filter: (keep) => drawn.filter(keep) });
  shown.answerWith((id) => names[id]);
  shown.tellRenamed((renamed) => told.push(renamed));
  bus.fire('import.parse.complete', { elementsById });
  drawn.push(
    ...elements.map((businessObject) => ({ id: businessObject.id, type: businessObject.$type, businessObject })),
  );
  const find = (id: string): Business => elements.find((element) => element.id === id)!;
  return {
    shown,
    redrawn,
    told,
    nameOf: (id: string) => find(id).name,
    rename: (id: string, name: string): void => {
      find(id).name = name;
      bus.fire('commandStack.changed', {});
    },
    save: async (): Promise<string> => {
      bus.fire('saveXML.start', {});
      const written = await moddle.toXML(rootElement, { format: true });
      bus.fire('saveXML.done', {});
      return written.xml;
    },
  };
};

test('steps are called on the canvas as in the language of the reader, and in the file as they were', async () => {
  const { nameOf, save } = await open(file, french);

  expect([nameOf('pay'), nameOf('end'), nameOf('start')]).toEqual(['Ordonner le paiement', 'End', undefined]);
  expect(await save()).toBe(file);
  expect(nameOf('pay')).toBe('Ordonner le paiement');
});

test('a step that is renamed on the canvas is renamed in that language, and back when that is undone', async () => {
  const { told, rename, save } = await open(file, french);

  rename('pay', 'Payer');
  rename('pay', 'Ordonner le paiement');

  expect(told.map((renamed) => [...renamed])).toEqual([
    [['pay', { from: 'Ordonner le paiement', to: 'Payer' }]],
    [['pay', { from: 'Payer', to: 'Ordonner le paiement' }]],
  ]);
  expect(await save()).toBe(file);
});

test('a drawing that is made in the language of the reader stays in it', async () => {
  const { told, rename, save } = await open(file, { pay: 'Order the payment' });

  rename('pay', 'Pay');

  expect(told).toHaveLength(1);
  expect(await save()).toBe(file.replace('Order the payment', 'Pay'));
});

test('a step that nobody translated, or whose name is taken away, is so in the file', async () => {
  const { told, rename, save } = await open(file, french);

  rename('end', 'The end');
  rename('pay', '');

  expect(told).toEqual([]);
  expect(await save()).toContain('<bpmn:task id="pay" name="" />');
  expect(await save()).toContain('name="The end"');
});

test('what is called otherwise beside the drawing is drawn anew, and nothing else', async () => {
  const { shown, redrawn, nameOf } = await open(file, french);

  shown.answerWith((id) => ({ ...french, pay: 'Payer' })[id]);

  expect(redrawn).toEqual(['pay']);
  expect(nameOf('pay')).toBe('Payer');
});

test('an example is the same file after it was shown in French', async () => {
  const folder = new URL('../../../../examples/rent-allowance/', import.meta.url);
  const xml = readFileSync(new URL('rent-allowance.bpmn', folder), 'utf8');
  const settings = JSON.parse(readFileSync(new URL('procedure.json', folder), 'utf8')) as {
    elements: Record<string, LocalizedText>;
  };
  const plain = await open(xml, {});
  const named = await open(xml, Object.fromEntries(Object.entries(settings.elements).map(([id, { fr }]) => [id, fr])));

  expect(await named.save()).toBe(await plain.save());
});

const everywhere = (name: string): LocalizedText => ({ fr: name, nl: name, en: name });

test('whoever renames in one language leaves the translations of the others, and takes with it what was never translated', () => {
  const renamed: Renamed = new Map([
    ['check', { from: 'Vérifier', to: 'Contrôler' }],
    ['pay', { from: 'Payer', to: 'Ordonner' }],
  ]);
  const settings = {
    tasks: { check: { name: everywhere('Vérifier') } },
    elements: { pay: { fr: 'Payer', nl: 'Betalen', en: 'Pay' }, end: everywhere('Fin') },
  };

  expect(renameSteps(settings, 'fr', renamed)).toEqual({
    tasks: { check: { name: everywhere('Contrôler') } },
    elements: { pay: { fr: 'Ordonner', nl: 'Betalen', en: 'Pay' }, end: everywhere('Fin') },
  });
});

test('the process of the cases is called as the procedure, until somebody calls it otherwise', () => {
  const title = { fr: 'Permis', nl: 'Vergunning', en: 'Permit' };
  const settings = { title, process: { file: 'permit.bpmn', id: 'permit' } };
  const renamed: Renamed = new Map([['permit', { from: 'Permis', to: 'Examen' }]]);

  expect(stepNamesOf(settings)).toEqual({ permit: title });
  expect(renameSteps(settings, 'fr', renamed)).toEqual({
    ...settings,
    elements: { permit: { ...title, fr: 'Examen' } },
  });
});
