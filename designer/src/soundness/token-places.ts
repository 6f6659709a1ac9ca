import type { FlowElement } from '../process/modeler/neighbor.ts';
import { lengthOf, pointAlong, type Point } from './polyline.ts';

/** A shape or a connection with its place on the canvas. */
export interface DrawnElement extends FlowElement {
  width?: number;
  height?: number;
  waypoints?: Point[];
  target?: DrawnElement;
}

/** Pixels that a waiting token keeps from the end of its flow, so that the arrow stays visible. */
const beforeEnd = 22;

/** Pixels above the lower edge of a box, below its text. */
const aboveEdge = 14;

const isSmall = ({ type }: DrawnElement): boolean => /Event$|Gateway$/.test(type);

/** Where a token at an element or on a flow is drawn; null for what has no place. */
export const tokenPlace = ({ waypoints, ...element }: DrawnElement): Point | null => {
  if (waypoints !== undefined) return pointAlong(waypoints, lengthOf(waypoints) - beforeEnd);
  const { x, y, width, height } = element;
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return { x: x + width / 2, y: isSmall(element) ? y + height / 2 : y + height - aboveEdge };
};

/** The line that a token runs along over a flow: to where it waits, or into the element behind. */
export const tokenTrack = (flow: DrawnElement, tokens: readonly string[]): readonly Point[] => {
  const waypoints = flow.waypoints ?? [];
  const { target } = flow;
  const end = target !== undefined && tokens.includes(target.id) ? tokenPlace(target) : tokenPlace(flow);
  if (end === null) return waypoints;
  return tokens.includes(flow.id) ? [...waypoints.slice(0, -1), end] : [...waypoints, end];
};
