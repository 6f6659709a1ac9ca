import type Modeler from 'bpmn-js/lib/Modeler';
import type { SoundnessStep } from '@irisflow/soundness';
import type { Point } from './polyline.ts';
import { createStoryMarks, type Culprit } from './story-marks.ts';
import { createTokenDrawing } from './token-drawing.ts';
import { tokenPlace, tokenTrack, type DrawnElement } from './token-places.ts';

/** One picture of a story. */
export interface StoryFrame {
  readonly step: SoundnessStep;
  /** Tokens before the step, to see which of them move. */
  readonly before: readonly string[];
  /** Milliseconds that tokens take to run; 0 shows them where they arrive. */
  readonly duration: number;
  /** What is wrong, at the end of the story. */
  readonly culprit: Culprit | null;
}

export interface StoryCanvas {
  readonly show: (frame: StoryFrame) => void;
  /** Takes everything off the diagram and shows it as it was before. */
  readonly clear: () => void;
}

interface Canvas {
  getLayer(name: string, index: number): SVGElement;
  getRootElement(): unknown;
  findRoot(element: DrawnElement): unknown;
  viewbox(box?: object): object;
}

const aboveEverything = 1000;

/** Tokens of the first list that are in the second too. */
const common = (tokens: readonly string[], others: readonly string[]): readonly string[] => {
  const left = [...others];
  return tokens.filter((token) => {
    const index = left.indexOf(token);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
};

/** Draws the tokens of a story over the diagram of a modeler. */
export const createStoryCanvas = (modeler: Modeler): StoryCanvas => {
  const canvas = modeler.get<Canvas>('canvas');
  const registry = modeler.get<{ get(id: string): DrawnElement | undefined }>('elementRegistry');
  const drawing = createTokenDrawing(canvas.getLayer('irisflow-story', aboveEverything));
  const marks = createStoryMarks(modeler);
  const view = canvas.viewbox();

  /** Elements that the open plane of the diagram shows. */
  const visible = (ids: readonly string[]): readonly DrawnElement[] =>
    ids
      .map((id) => registry.get(id))
      .filter((element) => element !== undefined)
      .filter((element) => canvas.findRoot(element) === canvas.getRootElement());

  const places = (tokens: readonly string[]): readonly Point[] =>
    visible(tokens)
      .map(tokenPlace)
      .filter((place) => place !== null);

  return {
    clear: () => {
      drawing.clear();
      marks.clear();
      canvas.viewbox(view);
    },
    show: ({ step, before, duration, culprit }) => {
      marks.clear();
      marks.point(step.elementId, step.flowIds, culprit);
      if (duration === 0) {
        drawing.rest(places(step.tokens));
        return;
      }
      drawing.rest(places(common(step.tokens, before)));
      const tracks = visible(step.flowIds).map((flow) => tokenTrack(flow, step.tokens));
      drawing.run(tracks, duration, () => drawing.rest(places(step.tokens)));
    },
  };
};
