import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

/** A step with its color and what stands beside it. */
export interface Painted {
  readonly elementId: string;
  /** Null for one whose number is left out. */
  readonly level: number | null;
  readonly chip: string;
  /** The same in a sentence. */
  readonly title: string;
}

const overlayType = 'irisflow-heat';
const markers = ['is-heat-1', 'is-heat-2', 'is-heat-3', 'is-heat-4', 'is-heat-5'];

/** Above its step, whose own name is below. Of a drawing seen from afar only colors can be read; the table has the numbers. */
const shown = { position: { top: -12, right: 18 }, scale: { min: 0.75, max: 1.2 }, show: { minZoom: 0.3 } };

const chipOf = ({ chip, title }: Painted): HTMLElement => {
  const element = document.createElement('span');
  element.className = 'canvas-count canvas-count--heat';
  element.textContent = chip;
  element.title = title;
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', title);
  return element;
};

/** Colors the steps; every color has its number beside it. */
export const showHeat = (viewer: NavigatedViewer, painted: readonly Painted[]): void => {
  const registry = viewer.get<{ getAll(): readonly { readonly id: string }[]; get(id: string): unknown }>(
    'elementRegistry',
  );
  const overlays = viewer.get<{
    add(elementId: string, type: string, overlay: object): void;
    remove(filter: { type: string }): void;
  }>('overlays');
  const canvas = viewer.get<{
    addMarker(elementId: string, marker: string): void;
    removeMarker(elementId: string, marker: string): void;
  }>('canvas');
  overlays.remove({ type: overlayType });
  for (const { id } of registry.getAll()) for (const marker of markers) canvas.removeMarker(id, marker);
  for (const one of painted) {
    if (registry.get(one.elementId) === undefined) continue;
    const marker = one.level === null ? undefined : markers[one.level - 1];
    if (marker !== undefined) canvas.addMarker(one.elementId, marker);
    overlays.add(one.elementId, overlayType, { html: chipOf(one), ...shown });
  }
};
