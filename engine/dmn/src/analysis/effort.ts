/**
 * How much an analysis may still look at. It counts what is looked at instead of the time, so that the same table is always told
 * the same.
 */
export class Effort {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  /** False for what is more than there is left; nothing of it is spent. */
  affords(amount: number): boolean {
    if (amount > this.#left) return false;
    this.#left -= amount;
    return true;
  }

  /** Counts what was done in any case; false from the moment on at which there is nothing left. */
  spend(amount: number): boolean {
    this.#left -= amount;
    return !this.isSpent;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }
}
