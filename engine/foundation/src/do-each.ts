/**
 * Does something with each of a list, in its order; one that fails holds up no other. Answers of how many something was done; throws
 * at the end, with the first failure as its cause, where any failed.
 */
export const doEach = async <T>(
  what: string,
  list: readonly T[],
  work: (one: T) => Promise<boolean>,
): Promise<number> => {
  const failures: unknown[] = [];
  let done = 0;
  for (const one of list)
    try {
      if (await work(one)) done += 1;
    } catch (thrown) {
      failures.push(thrown);
    }
  if (failures.length > 0)
    throw new Error(`Expected to ${what}, but ${failures.length} could not be`, { cause: failures[0] });
  return done;
};
