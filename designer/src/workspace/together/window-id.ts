const place = 'irisflow:window';

/** A random name of this window: the same after it is loaded anew, another one in another window. */
export const windowId = (): string => {
  const known = sessionStorage.getItem(place);
  if (known !== null) return known;
  const made = crypto.getRandomValues(new Uint32Array(4)).join('-');
  sessionStorage.setItem(place, made);
  return made;
};
