/** A key that nothing in a list has yet: `state2`. */
export const freeKey = (word: string, taken: readonly string[]): string => {
  for (let count = taken.length + 1; ; count += 1) if (!taken.includes(`${word}${count}`)) return `${word}${count}`;
};
