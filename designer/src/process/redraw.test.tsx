import { act, cleanup, renderHook } from '@testing-library/react';
import type Modeler from 'bpmn-js/lib/Modeler';
import { afterEach, expect, test } from 'vitest';
import { redraw } from './redraw.ts';
import { useSelected } from './use-selected.ts';

afterEach(cleanup);

interface Element {
  id: string;
  drawing: string;
}

/** What the modeling library does with a file, as far as a drawing is put on the canvas anew: a file names its elements. */
const openModeler = async () => {
  const listeners = new Map<string, Set<(event: unknown) => void>>();
  const fire = (event: string, detail: unknown = {}): void => {
    for (const listener of listeners.get(event) ?? []) listener(detail);
  };
  const on = (event: string, listener: (event: unknown) => void) =>
    listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
  let elements = new Map<string, Element>();
  let chosen: Element[] = [];
  let box = { x: 0, y: 0, width: 0, height: 0 };
  const root = { id: 'root', drawing: '' };
  const select = (next: Element[]): void => {
    chosen = next;
    fire('selection.changed', { newSelection: next });
  };
  const services: Record<string, unknown> = {
    eventBus: { fire },
    elementRegistry: { get: (id: string) => elements.get(id) },
    selection: { get: () => chosen, select },
    canvas: {
      viewbox: (next?: typeof box) => (box = next ?? box),
      getRootElement: () => root,
      setRootElement: () => undefined,
    },
  };
  const modeler = {
    on,
    off: (event: string, listener: (event: unknown) => void) => listeners.get(event)?.delete(listener),
    get: (name: string) => services[name],
    importXML: async (xml: string) => {
      select([]);
      await Promise.resolve();
      elements = new Map(xml.split(' ').map((id) => [id, { id, drawing: xml }]));
      box = { x: 0, y: 0, width: 1, height: 1 };
    },
  } as unknown as Modeler;
  await modeler.importXML('task gateway');
  return {
    modeler,
    select: (id: string) => select([elements.get(id)!]),
    boxOf: () => box,
    look: (at: typeof box) => (box = at),
  };
};

const show = (modeler: Modeler) => {
  const seen: (string | null)[] = [];
  const { result } = renderHook(() => {
    const element = useSelected(modeler);
    seen.push(element?.id ?? null);
    return element as unknown as Element | null;
  });
  return { result, seen };
};

test('whoever selected a step keeps it, its panel and their view while a colleague’s change is drawn', async () => {
  const given = await openModeler();
  const { result, seen } = show(given.modeler);
  act(() => given.select('task'));
  given.look({ x: 40, y: 50, width: 600, height: 400 });
  seen.length = 0;

  await act(() => redraw(given.modeler, 'task gateway end'));

  expect(result.current).toEqual({ id: 'task', drawing: 'task gateway end' });
  expect(seen).not.toContain(null);
  expect(given.boxOf()).toEqual({ x: 40, y: 50, width: 600, height: 400 });
});

test('a step that a colleague removed is selected no more', async () => {
  const given = await openModeler();
  const { result } = show(given.modeler);
  act(() => given.select('task'));
  await act(() => redraw(given.modeler, 'gateway end'));
  expect(result.current).toBeNull();
});
