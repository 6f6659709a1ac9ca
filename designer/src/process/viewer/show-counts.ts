import type { ElementCount } from '@irisflow/client';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

interface Overlays {
  add(elementId: string, type: string, overlay: object): void;
  remove(filter: { type: string }): void;
}
interface Markers {
  addMarker(elementId: string, marker: string): void;
  removeMarker(elementId: string, marker: string): void;
}

const overlayType = 'irisflow-count';
const markers = ['is-active', 'is-passed', 'is-stuck'] as const;

export interface CountTexts {
  active(count: number): string;
  incidents(count: number): string;
  completed(count: number): string;
}

const chip = (kind: string, count: number, title: string): HTMLElement => {
  const element = document.createElement('span');
  element.className = `canvas-count canvas-count--${kind}`;
  element.textContent = String(count);
  element.title = title;
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', title);
  return element;
};

const chips = (count: ElementCount, texts: CountTexts): { html: HTMLElement; position: object }[] => [
  ...(count.active > 0
    ? [{ html: chip('active', count.active, texts.active(count.active)), position: { bottom: 14, left: -10 } }]
    : []),
  ...(count.incidents > 0
    ? [{ html: chip('incident', count.incidents, texts.incidents(count.incidents)), position: { top: -12, right: 14 } }]
    : []),
  ...(count.completed > 0
    ? [
        {
          html: chip('completed', count.completed, texts.completed(count.completed)),
          position: { bottom: 14, right: 14 },
        },
      ]
    : []),
];

const markerOf = (count: ElementCount): (typeof markers)[number] | null => {
  if (count.incidents > 0) return 'is-stuck';
  if (count.active > 0) return 'is-active';
  return count.completed > 0 ? 'is-passed' : null;
};

/** Puts numbers and colors on the elements; every color has a number beside it. */
export const showCounts = (viewer: NavigatedViewer, counts: readonly ElementCount[], texts: CountTexts): void => {
  const registry = viewer.get<{ get(id: string): unknown }>('elementRegistry');
  const overlays = viewer.get<Overlays>('overlays');
  const canvas = viewer.get<Markers>('canvas');
  overlays.remove({ type: overlayType });
  for (const count of counts) {
    const element = registry.get(count.elementId);
    if (element === undefined || (element as { type: string }).type === 'bpmn:Process') continue;
    for (const marker of markers) canvas.removeMarker(count.elementId, marker);
    const marker = markerOf(count);
    if (marker !== null) canvas.addMarker(count.elementId, marker);
    for (const overlay of chips(count, texts))
      overlays.add(count.elementId, overlayType, { ...overlay, scale: { min: 0.75, max: 1.2 } });
  }
};

const missedMarker = 'is-missed';

/** Says where nothing came; the sign beside it has a name, so that color is not all. */
export const showMissed = (viewer: NavigatedViewer, missed: readonly string[], text: string): void => {
  const registry = viewer.get<{ getAll(): readonly { readonly id: string }[]; get(id: string): unknown }>(
    'elementRegistry',
  );
  const overlays = viewer.get<Overlays>('overlays');
  const canvas = viewer.get<Markers>('canvas');
  overlays.remove({ type: missedMarker });
  for (const { id } of registry.getAll()) canvas.removeMarker(id, missedMarker);
  for (const id of missed) {
    if (registry.get(id) === undefined) continue;
    canvas.addMarker(id, missedMarker);
    const html = chip('missed', 0, text);
    overlays.add(id, missedMarker, { html, position: { bottom: 14, right: 14 }, scale: { min: 0.75, max: 1.2 } });
  }
};
