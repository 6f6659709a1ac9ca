import type { NamedThing } from './mention.ts';

const endings: readonly (readonly [string, NamedThing])[] = [
  ['.form.json', 'form'],
  ['.letter.json', 'letter'],
  ['.right.json', 'right'],
  ['.quota.json', 'quota'],
  ['.obligation.json', 'obligation'],
  ['.codes.json', 'codes'],
];

/** What a file is by its name. */
export interface FileThing {
  readonly thing: NamedThing;
  /** By which others name it. */
  readonly key: string;
  readonly ending: string;
}

/** What a file is by its name, and the key by which others name it; null for what nobody names so. */
export const fileThing = (path: string): FileThing | null => {
  const found = endings.find(([ending]) => path.endsWith(ending));
  return found === undefined ? null : { thing: found[1], key: path.slice(0, -found[0].length), ending: found[0] };
};
