/** Chance that comes out the same for the same seed, so that a schedule can be repeated. */
export interface Dice {
  /** From 0 to 1, without 1. */
  throw(): number;
  between(least: number, most: number): number;
  oneOf<T>(all: readonly [T, ...T[]]): T;
}

export const createDice = (seed: number): Dice => {
  let state = seed;
  const roll = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  return {
    throw: roll,
    between: (least, most) => least + roll() * (most - least),
    oneOf: (all) => all[Math.floor(roll() * all.length)] ?? all[0],
  };
};
