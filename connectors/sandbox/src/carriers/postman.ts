import type { Step, Telling } from './carrier-modes.ts';
import type { Letter, LetterBook } from './letter-book.ts';

export type Postman = {
  /** Does with a letter what was chosen on the page, and tells of it as was chosen. */
  readonly act: (letter: Letter, step: Step, telling: Telling) => void;
  readonly stop: () => void;
};

/** Questions that meet a carrier which is away. */
const SILENCES = 2;
const WEBHOOK_TIMEOUT_MS = 5_000;

/** After how long each webhook goes out. */
const told: { readonly [One in Telling]: readonly number[] } = {
  once: [0],
  repeated: [0, 0, 200, 1_000],
  never: [],
  away: [0],
};

const tell = async ({ id, webhookUrl }: Letter): Promise<void> => {
  try {
    await fetch(webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id }),
      signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
    });
  } catch {
    // Whoever is told nothing asks by itself.
  }
};

export const createPostman = (book: LetterBook): Postman => {
  const timers = new Set<NodeJS.Timeout>();
  return {
    act: (letter, step, telling) => {
      book.step(letter.id, step);
      if (telling === 'away') book.silence(letter.id, SILENCES);
      for (const ms of told[telling]) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          void tell(letter);
        }, ms);
        timers.add(timer);
      }
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
};
