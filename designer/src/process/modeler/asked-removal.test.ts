import { expect, test } from 'vitest';
import { askedRemovalModule, goingAlong } from './asked-removal.ts';
import type { FlowElement } from './neighbor.ts';

const element = (id: string, more: object = {}): FlowElement => ({
  id,
  type: 'bpmn:UserTask',
  businessObject: { $type: 'bpmn:UserTask' },
  ...more,
});

type Pad = Parameters<ContextPadPart['registerProvider']>[1];
interface ContextPadPart {
  registerProvider(
    priority: number,
    provider: {
      getContextPadEntries(element: FlowElement): (entries: object) => { delete: { action: { click(): void } } };
    },
  ): void;
}

/** What the modeling library offers to take elements away with, around one task. */
const openCanvas = () => {
  const task = element('examine');
  const drawn = new Map([[task.id, task]]);
  const actions = new Map<string, () => void>();
  const pads: Pad[] = [];
  const parts: Readonly<Record<string, unknown>> = {
    contextPad: { registerProvider: (_: number, pad: Pad) => pads.push(pad) },
    copyPaste: { copy: () => undefined },
    editorActions: {
      register: (name: string, action: () => void) => actions.set(name, action),
      unregister: (name: string) => actions.delete(name),
    },
    elementRegistry: drawn,
    eventBus: { on: (_: string, __: number, listener: () => void) => listener() },
    modeling: { removeElements: (elements: FlowElement[]) => elements.forEach(({ id }) => drawn.delete(id)) },
    rules: { allowed: () => true },
    selection: { get: () => [task] },
  };
  const [, open] = askedRemovalModule.askedRemoval;
  const removal = open({ get: (name: string) => parts[name] } as Parameters<typeof open>[0]);
  const ways = {
    'the context pad': () =>
      pads[0]
        ?.getContextPadEntries(task)({ delete: { action: { click: () => drawn.clear() } } })
        .delete.action.click(),
    'the Delete key': () => actions.get('removeSelection')?.(),
    cutting: () => actions.get('cut')?.(),
    'the outline': () => void removal.remove([task]),
  };
  return { removal, drawn, ways };
};

const names = ['the context pad', 'the Delete key', 'cutting', 'the outline'] as const;

test.each(names)('what goes by %s goes only once somebody who was asked said yes', async (name) => {
  const { removal, drawn, ways } = openCanvas();
  const asked: string[] = [];
  let answer = false;
  removal.askWith(async ([first]) => {
    asked.push(first?.id ?? '');
    return answer;
  });
  ways[name]();
  await Promise.resolve();
  await Promise.resolve();
  expect([asked, drawn.size]).toEqual([['examine'], 1]);

  answer = true;
  ways[name]();
  await new Promise((done) => setTimeout(done, 0));
  expect(drawn.size).toBe(0);
});

test('with a step goes what is within, what is attached and the flows at it, and not what these lead to', () => {
  const next = element('next');
  const flow = element('flow', { source: undefined, target: next });
  const timer = element('timer', {
    businessObject: { $type: 'bpmn:BoundaryEvent', eventDefinitions: [{ id: 'after' }] },
  });
  const inner = element('inner');
  const block = element('block', { children: [inner], attachers: [timer], outgoing: [flow] });
  const hidden = element('hidden');
  const registry = { get: (id: string) => (id === 'block_plane' ? element(id, { children: [hidden] }) : undefined) };

  expect(goingAlong([block], registry).toSorted()).toEqual(['after', 'block', 'flow', 'hidden', 'inner', 'timer']);
});
