import { CaseworkError, isVisible } from '@irisflow/foundation';
import { textProblems } from '@irisflow/letters';
import type { LegalLanguage, ParagraphContent } from '../views/paragraph.ts';

interface Finding {
  readonly pointer: string;
  readonly keyword: string;
  readonly params?: Record<string, unknown>;
}

export const legalLanguages = ['fr', 'nl'] as const satisfies readonly LegalLanguage[];

const trimmed = ({ fr, nl }: ParagraphContent['title']): ParagraphContent['title'] => ({
  fr: fr.trim(),
  nl: nl.trim(),
});
const distinct = <T extends string>(values: readonly T[]): T[] => [...new Set(values)].toSorted();

/** The same in one spelling, so that two versions differ only where somebody changed something. */
const tidied = (content: ParagraphContent): ParagraphContent => ({
  title: trimmed(content.title),
  text: trimmed(content.text),
  legalReference: trimmed(content.legalReference),
  procedures: distinct(content.procedures),
  steps: distinct(content.steps),
  outcomes: distinct(content.outcomes),
  grounds: distinct(content.grounds),
  validFrom: content.validFrom,
  validTo: content.validTo,
});

/** Languages in which it can be used. */
export const writtenIn = ({ text }: ParagraphContent): LegalLanguage[] =>
  legalLanguages.filter((language) => isVisible(text[language]));

const isBegun = ({ title, text }: ParagraphContent, language: LegalLanguage): boolean =>
  isVisible(title[language]) || isVisible(text[language]);

const languageFindings = (content: ParagraphContent, language: LegalLanguage): Finding[] => {
  const missing = (['title', 'text'] as const)
    .filter((part) => isBegun(content, language) && !isVisible(content[part][language]))
    .map((part) => ({ pointer: `/content/${part}/${language}`, keyword: 'required' }));
  const wrong = textProblems(content.text[language]).map(({ keyword, found }) => ({
    pointer: `/content/text/${language}`,
    keyword,
    params: { found },
  }));
  return [...missing, ...wrong];
};

const findingsIn = (content: ParagraphContent): Finding[] => {
  const { validFrom, validTo } = content;
  const isEmpty = legalLanguages.every((language) => !isBegun(content, language));
  return [
    ...(isEmpty ? [{ pointer: '/content/text/fr', keyword: 'required' }] : []),
    ...legalLanguages.flatMap((language) => languageFindings(content, language)),
    ...(validFrom !== null && validTo !== null && validTo < validFrom
      ? [{ pointer: '/content/validTo', keyword: 'minimum' }]
      : []),
  ];
};

/** A paragraph as it is kept, or what is wrong with it and where. */
export const requireContent = (given: ParagraphContent): ParagraphContent => {
  const content = tidied(given);
  const errors = findingsIn(content);
  const [first] = errors;
  if (first === undefined) return content;
  throw new CaseworkError('INPUT_INVALID', `Expected a paragraph, but ${first.pointer} is wrong: ${first.keyword}`, {
    errors,
  });
};
