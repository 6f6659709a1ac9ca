import { rightEffects, type RightMove, type RightState } from './right-file.ts';

/** Width and height of a state, and what is between two of them. */
export const box = { width: 150, height: 44, gapX: 110, gapY: 34, margin: 12 } as const;

export interface PlacedState {
  readonly state: RightState;
  readonly x: number;
  readonly y: number;
}

export interface Placed {
  readonly states: readonly PlacedState[];
  /** Paths of SVG, by their moves. */
  readonly arrows: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** A curve from one state to another; there and back lie beside each other. */
const arrow = (from: PlacedState, to: PlacedState): string => {
  const isRight = to.x > from.x;
  const isSameColumn = to.x === from.x;
  const shift = isRight ? -6 : 6;
  if (isSameColumn) {
    const side = to.y > from.y ? from.x + box.width : from.x;
    const out = to.y > from.y ? 34 : -34;
    const [top, end] = [from.y + box.height / 2 + shift, to.y + box.height / 2 + shift];
    return `M${side} ${top} C${side + out} ${top} ${side + out} ${end} ${side} ${end}`;
  }
  const start = { x: isRight ? from.x + box.width : from.x, y: from.y + box.height / 2 + shift };
  const end = { x: isRight ? to.x : to.x + box.width, y: to.y + box.height / 2 + shift };
  const bend = (end.x - start.x) / 2;
  return `M${start.x} ${start.y} C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
};

/** Where the states of a right stand in a drawing: those in which it holds at the left, those in which it is over at the right. */
export const placeStates = (states: readonly RightState[], moves: readonly RightMove[]): Placed => {
  const columns = rightEffects
    .map((effect) => states.filter((state) => state.effect === effect))
    .filter((column) => column.length > 0);
  const most = Math.max(0, ...columns.map((column) => column.length));
  const height = box.margin * 2 + most * box.height + Math.max(0, most - 1) * box.gapY;
  const placed = columns.flatMap((column, index) => {
    const used = column.length * box.height + (column.length - 1) * box.gapY;
    return column.map((state, row) => ({
      state,
      x: box.margin + index * (box.width + box.gapX),
      y: (height - used) / 2 + row * (box.height + box.gapY),
    }));
  });
  const at = (key: string): PlacedState | undefined => placed.find(({ state }) => state.key === key);
  return {
    states: placed,
    arrows: moves.flatMap(({ from, to }) => {
      const [start, end] = [at(from), at(to)];
      return start === undefined || end === undefined || start === end ? [] : [arrow(start, end)];
    }),
    width: box.margin * 2 + columns.length * box.width + Math.max(0, columns.length - 1) * box.gapX,
    height,
  };
};
