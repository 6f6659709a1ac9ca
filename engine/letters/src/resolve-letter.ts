import { evaluate, parseFeel, toExactJson } from '@irisflow/feel';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import type { BlockNode, InlineNode, LetterTemplate } from './letter-template.ts';
import { formatValue, type FieldFormat } from './letter-format.ts';

export type LetterScope = Readonly<Record<string, unknown>>;

export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}
export type Runs = readonly Run[];

export type ResolvedBlock =
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'heading'; readonly level: number; readonly runs: Runs }
  /** Items hold paragraphs. */
  | { readonly kind: 'list'; readonly items: readonly (readonly Runs[])[] }
  | {
      readonly kind: 'table';
      readonly headers: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** How the width is shared by the columns; equally where it is left out. */
      readonly shares?: readonly number[];
    };

/** A letter in one language with every value in its place. */
export interface ResolvedLetter {
  readonly locale: Locale;
  readonly subject: string;
  readonly blocks: readonly ResolvedBlock[];
}

export interface Resolving {
  readonly locale: Locale;
  readonly scope: LetterScope;
  readonly now: number;
  /** What codes read, by the paths under which a letter prints them: `values.commune`. Conditions still see the codes. */
  readonly words?: Readonly<Record<string, string>>;
  /** What a value that is missing does: a letter with a hole is not sent, a preview shows the hole. */
  readonly missing: 'refuse' | 'show';
}

const refuse = (detail: string): never => {
  throw new CaseworkError('LETTER_INVALID', detail);
};

const valueOf = (source: string, { scope, now }: Pick<Resolving, 'scope' | 'now'>): unknown => {
  const expression = parseFeel(source.replace(/^\s*=/, '').trim(), 'expression');
  const result = evaluate(expression, {
    variable: (name) => (Object.hasOwn(scope, name) ? scope[name] : undefined),
    now,
    timeZone: 'Europe/Brussels',
  });
  return result.ok
    ? toExactJson(result.value)
    : refuse(`Expected a value of ${source}, but it failed: ${result.error.message}`);
};

const wordOf = (source: string, { words = {} }: Pick<Resolving, 'words'>): string | undefined => {
  const path = source.replace(/^\s*=/, '').trim();
  return Object.hasOwn(words, path) ? words[path] : undefined;
};

/** What a field says; empty where there is nothing to say, null where its value cannot be written so. */
export const fieldText = (source: string, format: FieldFormat, resolving: Omit<Resolving, 'missing'>): string | null =>
  (format === 'text' ? wordOf(source, resolving) : undefined) ??
  formatValue(valueOf(source, resolving), format, resolving.locale);

const written = (source: string, format: FieldFormat, resolving: Resolving): string => {
  const text = fieldText(source, format, resolving);
  if (text !== null && (text !== '' || resolving.missing === 'refuse')) return text;
  return resolving.missing === 'show'
    ? `[${source}]`
    : refuse(`Expected ${source} to be a ${format}, but it has no such value`);
};

const runOf = (inline: InlineNode, resolving: Resolving): Run => {
  const marks = inline.marks ?? [];
  return {
    text: inline.type === 'text' ? inline.text : written(inline.path, inline.format ?? 'text', resolving),
    bold: marks.some(({ type }) => type === 'bold'),
    italic: marks.some(({ type }) => type === 'italic'),
  };
};

/** A line that is only a field may be left out; words around nothing would be a sentence with a hole. */
const refuseHole = (inlines: readonly InlineNode[], runs: Runs): void => {
  const hole = inlines.find((inline, index) => inline.type === 'field' && runs[index]?.text === '');
  const hasWords = inlines.some((inline) => inline.type === 'text' && /[\p{L}\p{N}]/u.test(inline.text));
  if (hole?.type === 'field' && hasWords) refuse(`Expected a value of ${hole.path}, but there is none`);
};

const runsOf = (content: readonly InlineNode[] = [], resolving: Resolving): Runs => {
  const runs = content.map((inline) => runOf(inline, resolving));
  refuseHole(content, runs);
  return runs.filter(({ text }) => text !== '');
};

const listOf = (source: string, resolving: Resolving): readonly unknown[] => {
  const value = valueOf(source, resolving);
  if (Array.isArray(value)) return value;
  if (resolving.missing === 'show') return [null];
  return value === null ? [] : refuse(`Expected ${source} to be a list, but it is not`);
};

const withItem = (resolving: Resolving, item: unknown): Resolving => ({
  ...resolving,
  scope: { ...resolving.scope, item },
});

type Resolvers = {
  readonly [Type in BlockNode['type']]: (
    block: Extract<BlockNode, { type: Type }>,
    resolving: Resolving,
  ) => readonly ResolvedBlock[];
};

const resolvers: Resolvers = {
  paragraph: ({ content }, resolving) => {
    const runs = runsOf(content, resolving);
    return runs.length === 0 ? [] : [{ kind: 'paragraph', runs }];
  },
  heading: ({ level, content }, resolving) => [{ kind: 'heading', level, runs: runsOf(content, resolving) }],
  bulletList: ({ each, content }, resolving) => {
    const turns = each === undefined ? [resolving] : listOf(each, resolving).map((item) => withItem(resolving, item));
    const items = turns.flatMap((turn) =>
      content.map((item) => item.content.map((paragraph) => runsOf(paragraph.content, turn))),
    );
    return items.length === 0 ? [] : [{ kind: 'list', items }];
  },
  table: ({ columns, rows }, resolving) => [
    {
      kind: 'table',
      headers: columns.map(({ header }) => header),
      rows: listOf(rows, resolving).map((item) =>
        columns.map(({ value, format }) => written(value, format ?? 'text', withItem(resolving, item))),
      ),
    },
  ],
  conditional: ({ when, content }, resolving) =>
    valueOf(when, resolving) === true ? content.flatMap((block) => resolveBlock(block, resolving)) : [],
};

const resolveBlock = <Type extends BlockNode['type']>(
  block: Extract<BlockNode, { type: Type }>,
  resolving: Resolving,
): readonly ResolvedBlock[] => resolvers[block.type](block, resolving);

/** One block with its values; nothing where its condition does not hold. */
export const resolveOne = (block: BlockNode, resolving: Resolving): readonly ResolvedBlock[] =>
  resolveBlock(block, resolving);

/** Puts the values into a letter. Fails with LETTER_INVALID when one is missing where the text needs it. */
export const resolveLetter = (template: LetterTemplate, resolving: Resolving): ResolvedLetter => ({
  locale: resolving.locale,
  subject: template.subject[resolving.locale],
  blocks: template.body[resolving.locale].content.flatMap((block) => resolveBlock(block, resolving)),
});
