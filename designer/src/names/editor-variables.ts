import type { Field, Knowledge, KnownName, ValueType, Words } from '@irisflow/names';
import type { Locale } from '@irisflow/client';
import { messages } from '../texts/messages.ts';

/** A variable as the FEEL editor of bpmn-io completes it. */
export interface EditorVariable {
  readonly name: string;
  /** Its type, in words. */
  readonly detail: string;
  /** What it is called and where it comes from. */
  readonly info: string;
  readonly isList: boolean;
  readonly entries: readonly EditorVariable[];
}

/** A type in the words of a language. */
export const typeInWords = (type: ValueType, locale: Locale): string => {
  const texts = messages[locale];
  if (type.kind === 'number' && type.isMoney) return texts['names.type.money'];
  return type.kind === 'nothing' ? texts['names.type.unknown'] : texts[`names.type.${type.kind}`];
};

const insideOf = (type: ValueType): readonly Field[] => {
  if (type.kind === 'list') return insideOf(type.of);
  return type.kind === 'context' ? type.fields : [];
};

const variableOf = (
  { name, type, label }: { readonly name: string; readonly type: ValueType; readonly label: Words | null },
  origin: string,
  locale: Locale,
): EditorVariable => ({
  name,
  detail: typeInWords(type, locale),
  info: [label?.[locale] ?? '', origin].filter((text) => text !== '').join(' · '),
  isList: type.kind === 'list',
  entries: insideOf(type).map((field) => variableOf(field, origin, locale)),
});

/** Who gives a name its value, in words, and whether that is on every path. */
export const originInWords = ({ origins, isCertain }: KnownName, locale: Locale): string => {
  const titles = origins.map(({ title }) => (typeof title === 'string' ? title : title[locale]));
  const told = [...new Set(titles)].slice(0, 3).join(', ');
  return isCertain ? told : messages[locale]['names.onSomePaths'].replace('{origin}', () => told);
};

/** What is known at a place, for the editors of BPMN. */
export const editorVariables = ({ names }: Knowledge, locale: Locale): EditorVariable[] =>
  [...names.values()].map((known) => variableOf(known, originInWords(known, locale), locale));
