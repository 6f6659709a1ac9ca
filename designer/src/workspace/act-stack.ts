import type { FileChanges } from './draft-state.ts';

/** A step over several files: what each said before it and what it says after it. */
export interface Act {
  readonly before: FileChanges;
  readonly after: FileChanges;
}

/** The acts on a draft that can be taken back, and those that were and can be done again. */
export class ActStack {
  #done: readonly Act[] = [];
  #undone: readonly Act[] = [];

  /** The act that would be taken back. */
  get last(): Act | undefined {
    return this.#done.at(-1);
  }

  /** The act that would be done again. */
  get next(): Act | undefined {
    return this.#undone.at(-1);
  }

  push(act: Act): void {
    this.#done = [...this.#done, act];
    this.#undone = [];
  }

  stepBack(): void {
    this.#undone = [...this.#undone, ...this.#done.slice(-1)];
    this.#done = this.#done.slice(0, -1);
  }

  stepForth(): void {
    this.#done = [...this.#done, ...this.#undone.slice(-1)];
    this.#undone = this.#undone.slice(0, -1);
  }
}
