/** A part of a drawing, in its own measures. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Canvas {
  viewbox(): { inner: Box; outer: { width: number; height: number } };
  viewbox(box: Box): void;
}

/** Room in screen pixels that the drawing leaves free: the palette on the left, the logo at the bottom. */
export interface FreeSides {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const editorSides: FreeSides = { left: 128, right: 24, top: 24, bottom: 56 };
export const viewerSides: FreeSides = { left: 16, right: 16, top: 24, bottom: 40 };

interface Room {
  readonly width: number;
  readonly height: number;
}

const roomIn = (outer: Room, sides: FreeSides): Room => ({
  width: outer.width - sides.left - sides.right,
  height: outer.height - sides.top - sides.bottom,
});

const wholeScale = (inner: Room, room: Room): number =>
  Math.min(1, room.width / inner.width, room.height / inner.height);

/** Shows the whole diagram in the middle of the free room, never larger than life. */
export const fitDiagram = (canvas: Canvas, sides: FreeSides): void => {
  const { inner, outer } = canvas.viewbox();
  if (inner.width === 0 || outer.width === 0) return;
  const room = roomIn(outer, sides);
  const scale = wholeScale(inner, room);
  const spare = { x: (room.width - inner.width * scale) / 2, y: (room.height - inner.height * scale) / 2 };
  canvas.viewbox({
    x: inner.x - (sides.left + spare.x) / scale,
    y: inner.y - (sides.top + spare.y) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
};

/** From here down nobody reads the names of steps. */
const legible = 0.5;
const begun = 0.75;

/** Shows a diagram as one begins to read it: the whole of it, or, where that could not be read, where it begins. */
export const showBeginning = (canvas: Canvas, sides: FreeSides, start: Box | undefined): void => {
  const { inner, outer } = canvas.viewbox();
  const room = roomIn(outer, sides);
  if (start === undefined || inner.width === 0 || wholeScale(inner, room) >= legible) return fitDiagram(canvas, sides);
  const height = room.height / begun;
  // The start stands in the middle of the left side, unless the diagram ends before the room does.
  const middle = start.y + start.height / 2 - height / 2;
  const top = Math.max(inner.y, Math.min(middle, inner.y + inner.height - height));
  canvas.viewbox({
    x: start.x - sides.left / begun,
    y: (inner.height < height ? inner.y - (height - inner.height) / 2 : top) - sides.top / begun,
    width: outer.width / begun,
    height: outer.height / begun,
  });
};
