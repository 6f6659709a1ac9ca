import type { RightControls } from '@irisflow/client';

/** What somebody typed, by field: `rights`, `state.active`, `amount.fee`. */
export type Written = Readonly<Record<string, string>>;

export interface ReadControls {
  /** Null while something is wrong. */
  readonly controls: RightControls | null;
  readonly wrong: readonly string[];
}

const bare = (text: string): string => text.replaceAll(/[\s\u00a0\u202f€]/g, '');

const countOf = (text: string): number | undefined => {
  const digits = bare(text).replaceAll('.', '');
  return /^\d{1,7}$/.test(digits) ? Number(digits) : undefined;
};

/** `1.250,50` and `1250.50`: two digits after a sign are cents, three are thousands, and anything else is asked again. An amount is text, never a double. */
const amountOf = (text: string): string | undefined => {
  const [, sign, euros, cents] = /^(-?)(\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{2}))?$/.exec(bare(text)) ?? [];
  const whole = euros?.replaceAll(/[.,]/g, '');
  return whole === undefined || whole.length > 15 ? undefined : `${sign}${whole}.${cents ?? '00'}`;
};

const partsOf = <T>(written: Written, prefix: string, read: (text: string) => T | undefined) => {
  const values: Record<string, T> = {};
  const wrong: string[] = [];
  for (const [name, text] of Object.entries(written)) {
    if (!name.startsWith(prefix) || bare(text) === '') continue;
    const value = read(text);
    if (value === undefined) wrong.push(name);
    else values[name.slice(prefix.length)] = value;
  }
  return { values, wrong };
};

/** What is typed, as it is sent; how many rights there are has to be said, the rest may be. */
export const readControls = (written: Written): ReadControls => {
  const rights = countOf(written['rights'] ?? '');
  const states = partsOf(written, 'state.', countOf);
  const amounts = partsOf(written, 'amount.', amountOf);
  const wrong = [...(rights === undefined ? ['rights'] : []), ...states.wrong, ...amounts.wrong];
  const controls =
    rights === undefined || wrong.length > 0 ? null : { rights, states: states.values, amounts: amounts.values };
  return { controls, wrong };
};

/** What was noted, as it is typed. */
export const writtenOf = (controls: RightControls | null): Written =>
  controls === null
    ? {}
    : {
        rights: String(controls.rights),
        ...Object.fromEntries(Object.entries(controls.states).map(([key, count]) => [`state.${key}`, String(count)])),
        ...Object.fromEntries(
          Object.entries(controls.amounts).map(([field, amount]) => [`amount.${field}`, amount.replace('.', ',')]),
        ),
      };
