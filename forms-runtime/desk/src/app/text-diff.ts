/** A piece of text that two versions share, or that only the later or the earlier one has. */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words with the blanks behind them. */
const piecesOf = (text: string): string[] => text.match(/\s+|\S+\s*/g) ?? [];

/** How much two lists have in common from each pair of places on. */
const commonFrom = (before: readonly string[], after: readonly string[]) => {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (left: number, right: number): number => lengths[left * width + right] ?? 0;
  for (let left = before.length - 1; left >= 0; left -= 1)
    for (let right = after.length - 1; right >= 0; right -= 1)
      lengths[left * width + right] =
        before[left] === after[right]
          ? at(left + 1, right + 1) + 1
          : Math.max(at(left + 1, right), at(left, right + 1));
  return at;
};

const joined = (changes: readonly TextChange[]): TextChange[] =>
  changes.reduce<TextChange[]>((so, change) => {
    const last = so.at(-1);
    if (last?.kind !== change.kind) return [...so, change];
    return [...so.slice(0, -1), { kind: change.kind, text: last.text + change.text }];
  }, []);

/** Beyond this many words a comparison word by word would take too long to be shown while one types. */
const MOST_WORDS = 3000;

/** What became of a text, word by word; what was removed stands before what took its place. */
export const textDiff = (earlier: string, later: string): TextChange[] => {
  const [before, after] = [piecesOf(earlier), piecesOf(later)];
  if (before.length > MOST_WORDS || after.length > MOST_WORDS)
    return joined([
      { kind: 'removed', text: earlier },
      { kind: 'added', text: later },
    ]);
  const common = commonFrom(before, after);
  const changes: TextChange[] = [];
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    const [word, other] = [before[left], after[right]];
    if (word !== undefined && word === other) {
      changes.push({ kind: 'same', text: word });
      left += 1;
      right += 1;
    } else if (other === undefined || (word !== undefined && common(left + 1, right) >= common(left, right + 1))) {
      changes.push({ kind: 'removed', text: word ?? '' });
      left += 1;
    } else {
      changes.push({ kind: 'added', text: other });
      right += 1;
    }
  }
  return joined(changes);
};
