const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks until there is an answer. Throws with `what` when there is none in time. */
export const waitFor = async <T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  seconds = 20,
): Promise<T> => {
  const until = performance.now() + seconds * 1000;
  let last: unknown = null;
  while (performance.now() < until) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await pause(200);
  }
  throw new Error(
    `Expected ${what} within ${seconds} s, but it did not happen.${last instanceof Error ? ` Last: ${last.message}` : ''}`,
  );
};
