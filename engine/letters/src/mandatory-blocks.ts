import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { LetterDocument, MandatoryBlock } from './letter-template.ts';
import { expressionsOf, wordsOf } from './walk-letter.ts';

interface BlockRule {
  readonly name: LocalizedText;
  readonly isIn: (document: LetterDocument, locale: Locale) => boolean;
}

const mentions = (words: Readonly<Record<Locale, RegExp>>) => (document: LetterDocument, locale: Locale) =>
  words[locale].test(wordsOf(document));

/** What the law wants in a letter, and how a letter shows that it is there. */
export const mandatoryBlocks: Readonly<Record<MandatoryBlock, BlockRule>> = {
  contact: {
    name: { fr: 'la personne de contact', nl: 'de contactpersoon', en: 'the contact person' },
    isIn: (document) => expressionsOf(document).some((expression) => /\bcontact\./.test(expression)),
  },
  remedies: {
    name: { fr: 'les voies de recours', nl: 'de beroepsmogelijkheden', en: 'the remedies' },
    isIn: mentions({ fr: /recours/i, nl: /beroep|bezwaar/i, en: /appeal|remed/i }),
  },
  ombuds: {
    name: { fr: 'le médiateur bruxellois', nl: 'de Brusselse ombudsdienst', en: 'the Brussels ombuds service' },
    isIn: mentions({ fr: /médiat/i, nl: /ombuds/i, en: /ombuds/i }),
  },
};
