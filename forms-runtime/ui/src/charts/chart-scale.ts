/** Round steps that people count in. */
const steps = [1, 2, 2.5, 5, 10];

/** Values of an axis from 0 up to at least the largest value, at round distances; whole numbers for counts. */
export const ticksUpTo = (largest: number, most = 5): readonly number[] => {
  const rough = Math.max(largest, 1) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * (steps.find((one) => one * power >= rough) ?? 10));
  const whole = Math.ceil(step);
  const count = Math.max(1, Math.ceil(largest / whole));
  return Array.from({ length: count + 1 }, (_, index) => index * whole);
};

/** Of many labels as many as fit side by side: each first of so many. */
export const labelEvery = (labels: number, width: number, widthOfOne: number): number =>
  Math.max(1, Math.ceil((labels * widthOfOne) / Math.max(1, width)));

/** Where things stand on a chart of a size, in pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const plotOf = (width: number, height: number): Plot => ({
  left: 56,
  top: 12,
  width: width - 68,
  height: height - 44,
});

/** The vertical place of a value. */
export const placeOf = ({ top, height }: Plot, value: number, largest: number): number =>
  top + height - (largest === 0 ? 0 : (value / largest) * height);
