import type { LetterFigure } from '@irisflow/letters';
// oxlint-disable-next-line import/no-named-as-default -- its types know no other way in.
import qrcode from 'qrcode-generator';

const UNIT = 'h1v1h-1z';
/** Modules of white that readers need around a code. */
const QUIET_ZONE = 4;

/** A QR code as one path: it stays sharp on paper, and no picture has to be packed. */
export const codeFigure = (text: string, alt: string): LetterFigure => {
  // Zero takes the smallest code that has room.
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const places = Array.from({ length: size * size }, (_, index) => ({ x: index % size, y: Math.floor(index / size) }));
  const path = places.map(({ x, y }) => (code.isDark(y, x) ? `M${x} ${y}${UNIT}` : '')).join('');
  const width = size + 2 * QUIET_ZONE;
  return { kind: 'figure', alt, path, box: { x: -QUIET_ZONE, y: -QUIET_ZONE, width, height: width } };
};
