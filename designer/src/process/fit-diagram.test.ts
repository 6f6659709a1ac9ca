import { expect, test } from 'vitest';
import { editorSides, fitDiagram } from './fit-diagram.ts';

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
