import type { Block, Inline, LetterDoc } from '../letter.ts';
import { letterOf, proseOf } from './prose.ts';

/** How the editor would write what a file says in its own way. */
const plainBlock = (block: Block): string => JSON.stringify(letterOf(proseOf({ type: 'doc', content: [block] })));
const plainInline = (inline: Inline): string =>
  plainBlock({ type: 'paragraph', content: inline.type === 'text' && inline.text === '' ? [] : [inline] });

interface Kept<T> {
  readonly now: T;
  /** What it was in the file; undefined for what is new. */
  readonly was: T | undefined;
  readonly isSame: boolean;
}

/** Finds for every part what it was: first what says the same, then what stood in that order and is of the same type. */
const paired = <T extends { readonly type: string }>(
  was: readonly T[],
  now: readonly T[],
  plain: (part: T) => string,
): Kept<T>[] => {
  const free = was.map((part) => ({ part, text: plain(part) }));
  const take = (fits: (one: { part: T; text: string }) => boolean): T | undefined => {
    const at = free.findIndex(fits);
    return at < 0 ? undefined : free.splice(at, 1)[0]?.part;
  };
  const same = now.map((part) => {
    const text = plain(part);
    return { now: part, was: take((one) => one.text === text) };
  });
  return same.map((pair) =>
    pair.was === undefined
      ? { now: pair.now, was: take(({ part }) => part.type === pair.now.type), isSame: false }
      : { ...pair, isSame: true },
  );
};

/** The members of an object in the order that the file has them in. */
const inOrderOf = <T extends object>(was: T, now: T): T => {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(now)])] as (keyof T)[];
  return Object.fromEntries(keys.filter((key) => now[key] !== undefined).map((key) => [key, now[key]])) as T;
};

const keepInlines = (was: readonly Inline[] = [], now: readonly Inline[] = []): Inline[] =>
  paired(was, now, plainInline).map((pair) => (pair.isSame && pair.was !== undefined ? pair.was : pair.now));

const keepBlock = (was: Block, now: Block): Block => {
  if (was.type === 'conditional' && now.type === 'conditional')
    return inOrderOf(was, { ...now, content: keepBlocks(was.content, now.content) });
  if ((was.type === 'paragraph' || was.type === 'heading') && now.type === was.type)
    return inOrderOf<Block>(
      was,
      now.content === undefined ? now : { ...now, content: keepInlines(was.content, now.content) },
    );
  return inOrderOf(was, now);
};

const keepBlocks = (was: readonly Block[], now: readonly Block[]): Block[] =>
  paired(was, now, plainBlock).map((pair) => {
    if (pair.was === undefined) return pair.now;
    return pair.isSame ? pair.was : keepBlock(pair.was, pair.now);
  });

/** What was edited, written as the file has it wherever it says the same: an edit changes nothing else. */
export const keepWritten = (was: LetterDoc, now: LetterDoc): LetterDoc => {
  if (JSON.stringify(letterOf(proseOf(was))) === JSON.stringify(now)) return was;
  return { ...was, content: keepBlocks(was.content, now.content) };
};
