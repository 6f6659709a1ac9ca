import type { Catalogue } from '@irisflow/ui';
import { locales } from '@irisflow/ui';
import type { TextKey } from '../../texts/use-texts.ts';
import { isPart, type NewKind, type NewWords } from '../edit/build.ts';
import type { Texts } from '../edit/texts.ts';

const inEvery = (messages: Catalogue<TextKey>, key: TextKey): Texts =>
  Object.fromEntries(locales.map((locale) => [locale, messages[locale][key]]));

const numbered = (texts: Texts, number: number): Texts =>
  Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, `${text} ${number}`]));

/** Words of a new choice with its number. */
export const optionWords = (messages: Catalogue<TextKey>, number: number): Texts =>
  numbered(inEvery(messages, 'forms.option'), number);

/** The first words of something new, in each language its own. */
export const newWords = (messages: Catalogue<TextKey>, kind: NewKind): NewWords => ({
  label: inEvery(messages, isPart(kind) ? `forms.part.${kind}.new` : `form.kind.${kind}`),
  options: [optionWords(messages, 1), optionWords(messages, 2)],
  item: inEvery(messages, 'forms.rows.item'),
  add: inEvery(messages, 'forms.rows.add'),
  rowLabel: inEvery(messages, 'forms.rows.name'),
});

export const pageWords = (messages: Catalogue<TextKey>): Texts => inEvery(messages, 'form.newPage');
