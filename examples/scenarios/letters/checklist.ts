import type { FolderLetter, Language, LetterHead, LetterNode } from './folder-letters.ts';

interface Side {
  readonly language: Language;
  readonly letter: FolderLetter;
  readonly head: LetterHead;
  /** What it says itself, without what is filled in. */
  readonly words: string;
  /** What is filled in. */
  readonly fields: readonly string[];
}

interface Point {
  readonly name: string;
  readonly isMet: (side: Side) => boolean;
}

const nodesOf = (node: LetterNode): LetterNode[] => [node, ...(node.content ?? []).flatMap(nodesOf)];

const fieldsIn = ({ path, each, when, rows, columns = [] }: LetterNode): string[] =>
  [path, each, when, rows, ...columns.map(({ value }) => value)].filter((field) => field !== undefined);

const sideOf = (letter: FolderLetter, language: Language, head: LetterHead): Side => {
  const nodes = nodesOf(letter.body[language]);
  return {
    language,
    letter,
    head,
    words: nodes.map(({ text = '' }) => text).join(' '),
    fields: nodes.flatMap(fieldsIn),
  };
};

const fills = (field: RegExp) => (side: Side) => side.fields.some((one) => field.test(one));
const says =
  (words: Readonly<Record<Language, RegExp>>) =>
  ({ words: said, language }: Side) =>
    words[language].test(said);
const either =
  (...ways: readonly Point['isMet'][]) =>
  (side: Side) =>
    ways.some((isMet) => isMet(side));

/** A text of law with its day, « l’arrêté du 15 juillet 2021 », or with the year that its number has, « le règlement (UE) 2021/1060 ». */
const datedLaw: Readonly<Record<Language, RegExp>> = {
  fr: /(?:ordonnance|arrêté|loi|décret|code|règlement)(?!\p{L})[^.;]{0,80}?(?:\bdu \d{1,2}(?:er)? \p{L}+ \d{4}|\b\d{4}\/\d)/iu,
  nl: /(?:ordonnantie|besluit|wet|decreet|wetboek|reglement|verordening)(?!\p{L})[^.;]{0,80}?(?:\bvan \d{1,2} \p{L}+ \d{4}|\b\d{4}\/\d)/iu,
  en: /\b(?:ordinance|decree|act|law|order|code|regulation)(?!\p{L})[^.;]{0,80}?(?:\bof \d{1,2} \p{L}+ \d{4}|\b\d{4}\/\d)/iu,
};

/** A decree whose author is left out: « l’arrêté du 6 octobre 2022 » may be anybody’s. */
const anonymousDecree: Readonly<Record<Language, RegExp>> = {
  fr: /arrêté du \d/iu,
  nl: /(?<!koninklijk )besluit van \d/iu,
  en: /(?<!royal )decree of \d/iu,
};

/** A regulation of the Union named by its number alone; an article of it may be, once it was named in full. */
const undatedRegulation = /\((?:UE|EU)\) \d{4}\/\d+(?!\d| (?:du Parlement|van het|of the)|, art)/iu;

/** What fits a man or a woman alone, said to whoever reads it. */
const gendered =
  /\bvous (?:êtes|avez été|serez) (?:invité|convoqué|entendu|candidat|déclaré)(?!\p{L})|restez candidat/iu;

const because: Readonly<Record<Language, RegExp>> = {
  fr: /considérant|parce que|\bcar\b|puisque|\bmotif|en raison/i,
  nl: /overwegende|omdat|\bwant\b|aangezien|\breden|wegens/i,
  en: /considering|whereas|because|\bsince\b|\breason/i,
};

const isBold = ({ marks = [] }: LetterNode): boolean => marks.some(({ type }) => type === 'bold');
/** A right's words are kept by language, so that each language names its own. */
const inAnyLanguage = (field: string): string => field.replaceAll(/\.(?:fr|nl|en)\b/g, '.*');

const isOmbuds = ({ path }: LetterNode): boolean => path === 'ombuds';
/** What the platform fills in is a sentence already. */
const ombudsStandsAlone = ({ letter, language }: Side): boolean =>
  nodesOf(letter.body[language]).every(({ content = [] }) => !content.some(isOmbuds) || content.length === 1);

const wordsIn = (node: LetterNode): string =>
  nodesOf(node)
    .map(({ text = '' }) => text)
    .join(' ');

/** Between the law and what is decided by it stands why, in whatever words. */
const givesReasonBetween = ({ letter, language }: Side): boolean => {
  const blocks = letter.body[language].content ?? [];
  const law = blocks.findIndex((block) => datedLaw[language].test(wordsIn(block)));
  const decided = blocks.findIndex((block) => nodesOf(block).some(isBold));
  return law >= 0 && blocks.slice(law + 1, decided).some((block) => /\p{L}{3}/u.test(wordsIn(block)));
};

const contactParts = ['name', 'capacity', 'service', 'address', 'phone', 'email'] as const;

const isNamed = ({ head, language }: Side): boolean =>
  contactParts.every((part) => {
    const value = head.contact[part];
    return (typeof value === 'string' ? value : (value?.[language] ?? '')).trim() !== '';
  });

/** What every letter of an administration shows. The platform prints whose it is and its reference above each. */
const always: readonly Point[] = [
  { name: 'authority (procedure.json: administration)', isMet: ({ head }) => (head.administration ?? '') !== '' },
  { name: 'reference (procedure.json: reference)', isMet: ({ head }) => (head.reference ?? '') !== '' },
  { name: 'subject', isMet: ({ letter, language }) => letter.subject[language].trim() !== '' },
  {
    name: 'contact named with capacity, service, address, phone and e-mail (procedure.json: contact)',
    isMet: isNamed,
  },
  ...contactParts.map((part) => ({ name: `contact.${part}`, isMet: fills(new RegExp(`\\bcontact\\.${part}\\b`)) })),
  {
    name: 'the same fields as in French',
    isMet: ({ letter, fields, head }) => {
      const french = new Set(sideOf(letter, 'fr', head).fields.map(inAnyLanguage));
      return new Set(fields).size === french.size && fields.every((field) => french.has(inAnyLanguage(field)));
    },
  },
  {
    name: 'who took each decree',
    isMet: ({ words, language }) => !anonymousDecree[language].test(words),
  },
  { name: 'the day of each regulation of the Union', isMet: ({ words }) => !undatedRegulation.test(words) },
  {
    name: 'French that fits whoever reads it',
    isMet: ({ words, letter, language }) => language !== 'fr' || !gendered.test(`${letter.subject.fr} ${words}`),
  },
  { name: 'fields as fields (braces in a text are printed as they stand)', isMet: ({ words }) => !/[{}]/.test(words) },
];

/** What a letter shows besides that tells somebody of a decision about them. */
const ofDecisions: readonly Point[] = [
  { name: 'legal ground with its date', isMet: either(says(datedLaw), fills(/legalReference|legalGround/)) },
  { name: 'reasoning', isMet: either(fills(/motivation|grounds|reason/), says(because), givesReasonBetween) },
  {
    name: 'operative part (what is decided, in bold)',
    isMet: ({ letter, language }) => nodesOf(letter.body[language]).some(isBold),
  },
  { name: 'remedies', isMet: fills(/\bremedies\b/) },
  { name: 'ombuds service', isMet: fills(/\bombuds\b/) },
  { name: 'the ombuds service in a paragraph of its own', isMet: ombudsStandsAlone },
  { name: 'signatory.name', isMet: fills(/\bsignatory\.name\b/) },
  { name: 'signatory.capacity', isMet: fills(/\bsignatory\.capacity\b/) },
];

interface ToCheck {
  readonly letter: FolderLetter;
  readonly language: Language;
  readonly head: LetterHead;
  readonly isDecision: boolean;
}

/** What a letter lacks in a language. */
export const lacks = ({ letter, language, head, isDecision }: ToCheck): string[] => {
  const side = sideOf(letter, language, head);
  return [...always, ...(isDecision ? ofDecisions : [])].filter(({ isMet }) => !isMet(side)).map(({ name }) => name);
};
