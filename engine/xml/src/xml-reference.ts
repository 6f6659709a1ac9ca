const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const LAST_CODE_POINT = 0x10_ff_ff;

/** The character that a reference stands for, by what is between `&` and `;`; undefined for one that XML does not know. */
export const xmlReference = (reference: string): string | undefined => {
  if (!reference.startsWith('#')) return Object.hasOwn(named, reference) ? named[reference] : undefined;
  const digits = /^#(?:x(?<hex>[\da-fA-F]+)|(?<decimal>\d+))$/.exec(reference)?.groups;
  const code = digits?.['hex'] === undefined ? Number(digits?.['decimal']) : Number.parseInt(digits['hex'], 16);
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : undefined;
};
