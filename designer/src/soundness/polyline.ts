export interface Point {
  readonly x: number;
  readonly y: number;
}

const distance = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y);

/** The length of a line through some points. */
export const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, point, index) => sum + distance(points[index] ?? point, point), 0);

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

/** Where one is after so far along the line; never beyond its ends. Null for a line without points. */
export const pointAlong = (points: readonly Point[], far: number): Point | null => {
  let left = Math.max(0, far);
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (next === undefined) return point;
    const length = distance(point, next);
    if (left <= length && length > 0) return between(point, next, left / length);
    left -= length;
  }
  return null;
};
