import { lengthOf, pointAlong, type Point } from './polyline.ts';

/** A token that runs along a line. */
interface Run {
  readonly token: SVGElement;
  readonly track: readonly Point[];
}

const radius = 9;

const createToken = (at: Point): SVGElement => {
  const token = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  const circle = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  token.setAttribute('class', 'story-token');
  circle.setAttribute('r', String(radius));
  token.append(circle);
  place(token, at);
  return token;
};

const place = (token: SVGElement, { x, y }: Point): void => token.setAttribute('transform', `translate(${x} ${y})`);

const animate = (runs: readonly Run[], duration: number, onEnd: () => void): (() => void) => {
  const start = performance.now();
  let request = 0;
  const draw = (now: number): void => {
    const share = Math.min(1, (now - start) / duration);
    for (const { token, track } of runs) {
      const point = pointAlong(track, lengthOf(track) * share);
      if (point !== null) place(token, point);
    }
    if (share < 1) request = requestAnimationFrame(draw);
    else onEnd();
  };
  request = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(request);
};

const samePoint = (one: Point, other: Point): boolean => one.x === other.x && one.y === other.y;

/** Tokens in a layer of a drawing. */
export interface TokenDrawing {
  /** Where tokens rest; several at one place are drawn beside each other. */
  readonly rest: (places: readonly Point[]) => void;
  /** Adds tokens that run for so many milliseconds. */
  readonly run: (tracks: readonly (readonly Point[])[], duration: number, onEnd: () => void) => void;
  readonly clear: () => void;
}

export const createTokenDrawing = (layer: SVGElement): TokenDrawing => {
  let stop = (): void => undefined;
  const clear = (): void => {
    stop();
    stop = () => undefined;
    layer.replaceChildren();
  };
  return {
    clear,
    rest: (places) => {
      clear();
      for (const [index, at] of places.entries()) {
        const beside = radius * places.slice(0, index).filter((other) => samePoint(other, at)).length;
        layer.append(createToken({ x: at.x + beside, y: at.y - beside }));
      }
    },
    run: (tracks, duration, onEnd) => {
      const runs = tracks.flatMap((track): Run[] => {
        const [first] = track;
        return first === undefined ? [] : [{ token: createToken(first), track }];
      });
      layer.append(...runs.map(({ token }) => token));
      stop = animate(runs, duration, onEnd);
    },
  };
};
