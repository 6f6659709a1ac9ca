/** Reads what a person typed as a number: comma or point for decimals, spaces and dots between thousands. */
export const parseNumber = (text: string): number | undefined => {
  const compact = text.replace(/[\s\u00a0\u202f€]/g, '');
  const decimal = compact.includes(',') ? compact.replaceAll('.', '').replace(',', '.') : compact;
  return /^-?\d+(\.\d*)?$/.test(decimal) ? Number(decimal) : undefined;
};
