import type Modeler from 'bpmn-js/lib/Modeler';
import type { DrawnElement } from './token-places.ts';

/** What is wrong, in the reader's language. */
export interface Culprit {
  readonly elementId: string;
  readonly message: string;
  readonly repair: string;
}

/** What a picture of a story points at. */
export interface StoryMarks {
  /** Points at an element, at the flows that it puts tokens on and, at the end, at what is wrong. */
  readonly point: (elementId: string, flowIds: readonly string[], culprit: Culprit | null) => void;
  readonly clear: () => void;
}

interface Canvas {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scrollToElement(element: DrawnElement, padding: object): void;
  zoom(): number;
  zoom(scale: number, center: 'auto'): number;
}
interface Overlays {
  add(id: string, type: string, overlay: object): void;
  remove(filter: { type: string }): void;
}

const overlayType = 'irisflow-story';
/** Pixels that a step keeps from the edges of the canvas: the palette is on the left. */
const room = { top: 60, left: 170, right: 60, bottom: 60 };
/** The note hangs below the culprit, to the right. */
const roomForNote = { ...room, right: 270, bottom: 240 };
/** Below this size nobody can follow a token. */
const smallestScale = 0.7;

const noteOf = ({ message, repair }: Culprit): HTMLElement => {
  const note = document.createElement('div');
  note.className = 'story-note';
  // The player says the same; the note is for the eye.
  note.setAttribute('aria-hidden', 'true');
  for (const text of [message, repair]) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    note.append(paragraph);
  }
  return note;
};

export const createStoryMarks = (modeler: Modeler): StoryMarks => {
  const canvas = modeler.get<Canvas>('canvas');
  const overlays = modeler.get<Overlays>('overlays');
  const registry = modeler.get<{ get(id: string): DrawnElement | undefined }>('elementRegistry');
  const selection = modeler.get<{ select(elements: readonly object[]): void }>('selection');
  let marked: readonly { readonly id: string; readonly marker: string }[] = [];

  const mark = (id: string, marker: string): void => {
    if (registry.get(id) === undefined) return;
    canvas.addMarker(id, marker);
    marked = [...marked, { id, marker }];
  };

  return {
    clear: () => {
      overlays.remove({ type: overlayType });
      for (const { id, marker } of marked) if (registry.get(id) !== undefined) canvas.removeMarker(id, marker);
      marked = [];
    },
    point: (elementId, flowIds, culprit) => {
      // What hangs on a selected element would cover the tokens.
      selection.select([]);
      for (const id of flowIds) mark(id, 'story-flow');
      mark(elementId, 'story-step');
      const shown = registry.get(culprit?.elementId ?? elementId);
      if (shown === undefined) return;
      if (canvas.zoom() < smallestScale) canvas.zoom(smallestScale, 'auto');
      canvas.scrollToElement(shown, culprit === null ? room : roomForNote);
      if (culprit === null) return;
      mark(shown.id, 'story-culprit');
      overlays.add(shown.id, overlayType, {
        position: { bottom: -10, left: -20 },
        html: noteOf(culprit),
        scale: false,
      });
    },
  };
};
