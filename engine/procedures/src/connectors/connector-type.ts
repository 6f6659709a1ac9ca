const bareName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const MAX_LENGTH = 100;

/** What stands before the dot of a type: the key of the administration that owns it; null for a type of the platform. */
export const prefixOf = (type: string): string | null => {
  const dot = type.indexOf('.');
  return dot === -1 ? null : type.slice(0, dot);
};

/** Whether a type is written as its owner writes it: `housing.parking-permit`, or `parking-permit` for one of the platform. */
export const isTypeOf = (administration: string | null, type: string): boolean => {
  if (type.length > MAX_LENGTH) return false;
  if (administration === null) return bareName.test(type);
  return prefixOf(type) === administration && bareName.test(type.slice(administration.length + 1));
};

const bareNameIn = (type: string): string =>
  (type.split('.').at(-1) ?? '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');

/** How an administration would write a type of its own that is meant by some other text. */
export const ownTypeLike = (administration: string, type: string): string =>
  `${administration}.${bareNameIn(type) === '' ? 'my-worker' : bareNameIn(type)}`;
