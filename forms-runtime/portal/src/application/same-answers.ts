/** Whether two values hold the same answers, whatever the order of their properties. */
export const sameAnswers = (left: unknown, right: unknown): boolean => {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  const [one, other] = [left, right] as [Record<string, unknown>, Record<string, unknown>];
  return keys.every((key) => Object.hasOwn(other, key) && sameAnswers(one[key], other[key]));
};
