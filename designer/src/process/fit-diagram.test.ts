import { expect, test } from 'vitest';
import { editorSides, fitDiagram, showBeginning } from './fit-diagram.ts';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

const canvasOf = (inner: ReturnType<typeof box>) => {
  const shown: ReturnType<typeof box>[] = [];
  const viewbox = ((next?: ReturnType<typeof box>) => {
    if (next !== undefined) shown.push(next);
    return { inner, outer: { width: 1000, height: 800 } };
  }) as Parameters<typeof fitDiagram>[0]['viewbox'];
  return { shown, viewbox };
};

test('a wide diagram starts right of the palette', () => {
  const canvas = canvasOf(box(150, 80, 4000, 300));
  fitDiagram(canvas, editorSides);
  const [view] = canvas.shown;
  const scale = 1000 / view!.width;
  expect((150 - view!.x) * scale).toBeCloseTo(editorSides.left);
  expect(4000 * scale).toBeCloseTo(1000 - editorSides.left - editorSides.right);
});

test('a small diagram is not blown up', () => {
  const canvas = canvasOf(box(0, 0, 100, 80));
  fitDiagram(canvas, editorSides);
  expect(canvas.shown[0]?.width).toBe(1000);
});

test('an empty diagram stays where it is', () => {
  const canvas = canvasOf(box(0, 0, 0, 0));
  fitDiagram(canvas, editorSides);
  expect(canvas.shown).toEqual([]);
});

test('a diagram that could not be read as a whole opens where it begins, large enough to be read', () => {
  const canvas = canvasOf(box(150, 80, 4000, 2000));
  const start = box(200, 900, 36, 36);
  showBeginning(canvas, editorSides, start);
  const [view] = canvas.shown;
  const scale = 1000 / view!.width;
  expect(scale).toBeGreaterThan(0.5);
  expect((200 - view!.x) * scale).toBeCloseTo(editorSides.left);
  expect((918 - view!.y) * scale).toBeCloseTo(editorSides.top + (800 - editorSides.top - editorSides.bottom) / 2);
});

test('a wide and flat diagram stands in the middle of the height', () => {
  const canvas = canvasOf(box(150, 80, 4000, 300));
  showBeginning(canvas, editorSides, box(200, 100, 36, 36));
  const [view] = canvas.shown;
  const scale = 1000 / view!.width;
  expect((230 - view!.y) * scale).toBeCloseTo(editorSides.top + (800 - editorSides.top - editorSides.bottom) / 2);
});

test('a diagram that can be read as a whole, or that begins nowhere, is shown as a whole', () => {
  const [small, endless] = [canvasOf(box(150, 80, 1200, 300)), canvasOf(box(150, 80, 4000, 300))];
  showBeginning(small, editorSides, box(200, 100, 36, 36));
  showBeginning(endless, editorSides, undefined);
  const [whole, far] = [canvasOf(box(150, 80, 1200, 300)), canvasOf(box(150, 80, 4000, 300))];
  fitDiagram(whole, editorSides);
  fitDiagram(far, editorSides);
  expect([small.shown, endless.shown]).toEqual([whole.shown, far.shown]);
});
