import type Modeler from 'bpmn-js/lib/Modeler';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchChanges } from './watch-changes.ts';

beforeEach(() => {
  // Only what is watched: whatever other tests of this worker left to its timers goes on by real ones.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('window', new EventTarget());
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const open = () => {
  const listeners = new Map<string, () => void>();
  const said: (boolean | string)[] = [];
  let xml = 'before';
  const modeler = {
    on: (event: string, listener: () => void) => listeners.set(event, listener),
    saveXML: async () => ({ xml }),
  } as unknown as Modeler;
  void watchChanges(
    { modeler, shown: 'opened', opened: { text: 'opened', written: 'before' } },
    (text) => said.push(text),
    (isTouched) => said.push(isTouched),
  );
  const change = (next: string): void => {
    xml = next;
    listeners.get('commandStack.changed')?.();
  };
  return { said, change, happens: (event: string) => listeners.get(event)?.() };
};

test('a name that is typed on the canvas holds back what others draw, until it is confirmed and written', async () => {
  const { said, change, happens } = open();
  happens('directEditing.activate');
  expect(said).toEqual([true]);
  change('after');
  happens('directEditing.deactivate');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(said).toEqual([true, true, 'after']);
});

test('a name that is given up lets them through at once', () => {
  const { said, happens } = open();
  happens('directEditing.activate');
  happens('directEditing.deactivate');
  expect(said).toEqual([true, false]);
});

test('what is undone leaves the file as it was opened, to the byte', async () => {
  const { said, change } = open();
  change('after');
  await vi.advanceTimersByTimeAsync(1_000);
  change('before');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(said).toEqual([true, 'after', true, 'opened']);
});

test('a change that comes to nothing writes nothing', async () => {
  const { said, change } = open();
  change('before');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(said).toEqual([true, false]);
});
