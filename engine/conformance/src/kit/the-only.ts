/** The one item that was found; `called` names it in the failure. */
export const theOnly = <Item>(found: readonly Item[], called: string): Item => {
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`Expected one ${called}, but found ${found.length}`);
  return first;
};
