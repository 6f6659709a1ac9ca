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

/** Shows the whole diagram in the middle of the free room, never larger than life. */
export const fitDiagram = (canvas: Canvas, sides: FreeSides): void => {
  const { inner, outer } = canvas.viewbox();
  if (inner.width === 0 || outer.width === 0) return;
  const room = { width: outer.width - sides.left - sides.right, height: outer.height - sides.top - sides.bottom };
  const scale = Math.min(1, room.width / inner.width, room.height / inner.height);
  const spare = { x: (room.width - inner.width * scale) / 2, y: (room.height - inner.height * scale) / 2 };
  canvas.viewbox({
    x: inner.x - (sides.left + spare.x) / scale,
    y: inner.y - (sides.top + spare.y) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
};
