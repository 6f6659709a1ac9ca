/** The list with another item at a place. */
export const replaced = <Item>(items: readonly Item[], index: number, item: Item): readonly Item[] =>
  items.map((other, place) => (place === index ? item : other));

export const removed = <Item>(items: readonly Item[], index: number): readonly Item[] =>
  items.filter((_, place) => place !== index);

/** The list with an item one place earlier (-1) or later (1). */
export const moved = <Item>(items: readonly Item[], index: number, by: -1 | 1): readonly Item[] => {
  const item = items[index];
  const other = items[index + by];
  if (item === undefined || other === undefined) return items;
  return replaced(replaced(items, index, other), index + by, item);
};
