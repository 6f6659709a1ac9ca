/** What a secret must be worth, in bits. */
const NEEDED_BITS = 128;
/** Of them, what must be left once repetitions and rows are taken away; chance makes a few in any secret. */
const SURPRISING_BITS = 96;
const SHORTEST_REPETITION = 3;

const words = /change.?me|password|passwort|secret|sesame|default|example|irisflow|admin|letmein|qwerty/i;

const bitsOfCharacter = (secret: string): number => {
  if (/^\d+$/.test(secret)) return Math.log2(10);
  if (/^[0-9a-f]+$/i.test(secret)) return 4;
  return /^[0-9a-z]+$/.test(secret) || /^[0-9A-Z]+$/.test(secret) ? Math.log2(36) : 6;
};

/** Whether a character goes on as the two before it did: 000, abc, 321. */
const continuesRow = (secret: string, at: number): boolean =>
  at >= 2 &&
  secret.charCodeAt(at) - secret.charCodeAt(at - 1) === secret.charCodeAt(at - 1) - secret.charCodeAt(at - 2);

/** How many characters from here on stand somewhere before. */
const repeatedFrom = (secret: string, at: number): number => {
  let length = 0;
  while (at + length < secret.length && secret.lastIndexOf(secret.slice(at, at + length + 1), at - 1) !== -1)
    length += 1;
  return at === 0 ? 0 : length;
};

/** Characters that nobody could have foretold from those before them. */
const countSurprises = (secret: string): number => {
  let surprises = 0;
  for (let at = 0; at < secret.length;) {
    const repeated = repeatedFrom(secret, at);
    if (!continuesRow(secret, at)) surprises += 1;
    at += repeated >= SHORTEST_REPETITION ? repeated : 1;
  }
  return surprises;
};

/** Why a secret could be guessed, as the end of a sentence; null when it could not. */
export const weaknessOf = (secret: string): string | null => {
  const bits = bitsOfCharacter(secret);
  if (words.test(secret)) return 'it contains a word that everybody tries first';
  if (secret.length * bits < NEEDED_BITS) return `its ${secret.length} characters hold less`;
  return countSurprises(secret) * bits < SURPRISING_BITS ? 'it repeats itself' : null;
};
