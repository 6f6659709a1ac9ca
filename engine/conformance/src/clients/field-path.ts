/**
 * One place in a body, as text: `filter.state`, `items[].tags[]`; `sort[].field=state` is one of the values that a place
 * may have, `variables.*` a place below which everything goes.
 */
export type FieldPath = string;

export const below = (path: FieldPath, name: string): FieldPath => (path === '' ? name : `${path}.${name}`);
export const itemOf = (path: FieldPath): FieldPath => `${path}[]`;
export const valueAt = (path: FieldPath, value: string): FieldPath => `${path}=${value}`;
export const anythingBelow = (path: FieldPath): FieldPath => below(path, '*');

/** The place around a place; null around the whole body. */
const around = (path: FieldPath): FieldPath | null =>
  path === '' ? null : path.includes('.') || path.endsWith('[]') ? path.replace(/(\.[^.]*|\[\])$/, '') : '';

const isOpenAt = (known: ReadonlySet<FieldPath>, path: FieldPath): boolean => {
  for (let place: FieldPath | null = path; place !== null; place = around(place)) {
    if (known.has(anythingBelow(place))) return true;
  }
  return false;
};

/** Whether a place, or a value at a place, is among those that are known. */
export const covers = (known: ReadonlySet<FieldPath>, path: FieldPath): boolean => {
  const [place = '', value] = path.split('=', 2);
  if (known.has(path) || isOpenAt(known, place)) return true;
  // Where no value is named, any goes.
  return value !== undefined && known.has(place) && ![...known].some((one) => one.startsWith(`${place}=`));
};

/** Places without those that only say more of another one: an absent list is not reported with each of its fields. */
export const outermost = (paths: readonly FieldPath[]): FieldPath[] =>
  paths.filter(
    (path) =>
      !paths.some((other) => path !== other && /^[.[=]/.test(path.slice(other.length)) && path.startsWith(other)),
  );
