/** Deeper than any file of a procedure describes something; what reads it goes down level by level, and would overflow. */
const DEEPEST = 200;

/** Whether JSON is nested deeper than its readers go. */
export const isTooDeep = (json: unknown): boolean => {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
};
