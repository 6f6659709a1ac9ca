import type Modeler from 'bpmn-js/lib/Modeler';
import { bpmnProcess } from '@irisflow/bpmn';
import { I18nProvider } from '@irisflow/ui';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { messages } from '../texts/messages.ts';
import { checkProcess } from './check-process.ts';
import { StoryPlayer } from './StoryPlayer.tsx';

const finding = checkProcess(
  bpmnProcess('p')
    .start('start', { name: 'Demande' })
    .exclusiveGateway('choice', { name: 'Complète ?' })
    .when('= x', (way) => way.userTask('a', { name: 'Examiner' }).parallelGateway('join'))
    .otherwise((way) => way.userTask('b').connectTo('join'))
    .at('join')
    .end()
    .toXml(),
)?.findings[0];

/** The parts of the modeling library that a story uses; it draws only in a real browser, where a journey looks at it. */
const createDiagram = () => {
  const layer = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  const marks: string[] = [];
  const elementOf = (id: string) => ({
    id,
    type: 'bpmn:UserTask',
    businessObject: { $type: 'bpmn:UserTask' },
    x: 0,
    y: 0,
    width: 100,
    height: 80,
  });
  const parts: Readonly<Record<string, unknown>> = {
    canvas: {
      getLayer: () => layer,
      getRootElement: () => 'root',
      findRoot: () => 'root',
      addMarker: (id: string, marker: string) => marks.push(`${marker} ${id}`),
      removeMarker: (id: string, marker: string) => marks.splice(marks.indexOf(`${marker} ${id}`), 1),
      scrollToElement: () => undefined,
      zoom: () => 1,
      viewbox: () => ({}),
    },
    selection: { select: () => undefined },
    overlays: { add: (id: string) => marks.push(`note ${id}`), remove: () => undefined },
    elementRegistry: { get: elementOf },
  };
  const modeler = { get: (name: string) => parts[name] } as unknown as Modeler;
  return { modeler, marks, tokens: () => layer.childElementCount };
};

const show = () => {
  const diagram = createDiagram();
  const closed = vi.fn<() => void>();
  if (finding === undefined) throw new Error('no finding');
  render(
    <I18nProvider locale="fr" messages={messages.fr}>
      <StoryPlayer modeler={diagram.modeler} finding={finding} onClose={closed} />
    </I18nProvider>,
  );
  return { ...diagram, closed };
};

const current = (): string | null => document.querySelector('[aria-current="step"]')?.textContent ?? null;
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the story begins at its first step, with the focus on its title', () => {
  const { marks, tokens } = show();
  expect(document.activeElement?.textContent).toBe('Comment on en arrive là');
  expect(current()).toBe('Le déroulement commence\u00a0: Demande.');
  expect([marks.includes('story-step start'), tokens()]).toEqual([true, 1]);
});

test('steps are taken with the keyboard alone, and each is announced', async () => {
  show();
  button('Un pas en avant').focus();
  await userEvent.keyboard('{Enter}');
  expect(current()).toMatch(/^À «\u00a0Complète \?\u00a0», le choix est\u00a0:/);
  expect(document.querySelector('[aria-live]')?.textContent).toMatch(/^Étape 2 sur 3\u00a0: À «\u00a0Complète/);
  button('Un pas en arrière').focus();
  await userEvent.keyboard(' ');
  expect(current()).toMatch(/^Le déroulement commence/);
});

test('at the end it says what is wrong, how to repair it, and marks the culprit', async () => {
  const { marks } = show();
  await userEvent.click(button('«\u00a0Examiner\u00a0» est fait.'));
  expect(marks).toEqual(expect.arrayContaining(['story-culprit join', 'note join']));
  expect(document.querySelector('[aria-live]')?.textContent).toMatch(
    /«\u00a0Passerelle parallèle \(join\)\u00a0» peut attendre pour toujours.*Réunissez/,
  );
});

test('it plays by itself, faster when asked, and pauses', () => {
  vi.useFakeTimers();
  show();
  act(() => button('Lire').click());
  act(() => void vi.advanceTimersByTime(1600));
  expect(current()).toMatch(/^À «\u00a0Complète/);
  act(() => button('Pause').click());
  act(() => void vi.advanceTimersByTime(10_000));
  expect(current()).toMatch(/^À «\u00a0Complète/);
});

test('escape closes it and takes everything off the diagram', async () => {
  const { closed, marks, tokens } = show();
  await userEvent.keyboard('{Escape}');
  expect(closed).toHaveBeenCalledOnce();
  cleanup();
  expect([marks, tokens()]).toEqual([[], 0]);
});
