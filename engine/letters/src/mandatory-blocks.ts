import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { LetterDocument, LetterTemplate, MandatoryBlock } from './letter-template.ts';
import { expressionsOf, wordsOf } from './walk-letter.ts';

interface BlockRule {
  readonly name: LocalizedText;
  readonly isIn: (document: LetterDocument, locale: Locale) => boolean;
}

const mentions = (words: Readonly<Record<Locale, RegExp>>) => (document: LetterDocument, locale: Locale) =>
  words[locale].test(wordsOf(document));
const asks = (field: RegExp) => (document: LetterDocument) =>
  expressionsOf(document).some((expression) => field.test(expression));

const either =
  (...rules: readonly BlockRule['isIn'][]): BlockRule['isIn'] =>
  (document, locale) =>
    rules.some((rule) => rule(document, locale));

/** What the law wants in a letter, and how a letter shows that it is there. */
export const mandatoryBlocks: Readonly<Record<MandatoryBlock, BlockRule>> = {
  contact: {
    name: { fr: 'la personne de contact', nl: 'de contactpersoon', en: 'the contact person' },
    isIn: asks(/\bcontact\./),
  },
  remedies: {
    name: { fr: 'les voies de recours', nl: 'de beroepsmogelijkheden', en: 'the remedies' },
    isIn: either(asks(/\bremedies\b/), mentions({ fr: /recours/i, nl: /beroep|bezwaar/i, en: /appeal|remed/i })),
  },
  ombuds: {
    name: { fr: 'le médiateur bruxellois', nl: 'de Brusselse ombudsdienst', en: 'the Brussels ombuds service' },
    isIn: either(asks(/\bombuds\b/), mentions({ fr: /médiat/i, nl: /ombuds/i, en: /ombuds/i })),
  },
  signatory: {
    name: {
      fr: 'la personne qui signe et sa qualité',
      nl: 'wie ondertekent en in welke hoedanigheid',
      en: 'who signs, in which capacity',
    },
    isIn: asks(/\bsignatory\./),
  },
  grounds: {
    name: { fr: 'les motifs de la décision', nl: 'de motieven van de beslissing', en: 'the grounds of the decision' },
    isIn: asks(/\bgrounds\b/),
  },
};

/** What the law wants in a letter, and one language of it lacks. */
export const missingBlocks = ({ mandatory, body }: LetterTemplate, locale: Locale): readonly MandatoryBlock[] =>
  mandatory.filter((block) => !mandatoryBlocks[block].isIn(body[locale], locale));
