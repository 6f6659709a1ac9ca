/** Why a logo is refused; the screens have a sentence for each. */
export type LogoReason =
  /** Neither SVG nor PNG. */
  | 'type'
  | 'tooLarge'
  /** Nothing in it is drawn. */
  | 'empty'
  /** Too small, too large, or a strip. */
  | 'dimensions'
  /** Not well-formed, or with what the strict scan refuses: a document type, entities, instructions. */
  | 'xml'
  | 'element'
  | 'attribute'
  /** It runs something. */
  | 'script'
  /** It names something outside of itself, or elsewhere in itself. */
  | 'reference'
  /** A color, number, path or transform that is none. */
  | 'value'
  | 'tooComplex'
  /** Damaged, or not what its head says. */
  | 'damaged'
  | 'interlaced'
  | 'depth';

/** A logo that is refused. `what` is the part of the file, as it stands there; `line` counts from 1. */
export class LogoFault extends Error {
  readonly reason: LogoReason;
  readonly what: string;
  readonly line: number | null;

  constructor(reason: LogoReason, what: string, line: number | null = null) {
    super(`Expected a logo to be kept, but: ${reason} ${what}${line === null ? '' : ` in line ${line}`}`);
    this.name = 'LogoFault';
    this.reason = reason;
    this.what = what.slice(0, 80);
    this.line = line;
  }
}

/** A strip would leave no room for anything else. */
const MAX_RATIO = 12;

/** Sizes in pixels, or in units of a drawing. */
export const requireProportions = (width: number, height: number): void => {
  const isStrip = width / height > MAX_RATIO || height / width > MAX_RATIO;
  if (isStrip) throw new LogoFault('dimensions', `${width} × ${height}`);
};
