import {
  mandatoryBlocks,
  missingBlocks,
  type LetterTemplate,
  placedExpressions,
  unprintable,
  writtenIn,
} from '@irisflow/letters';
import { type ProcedureProblem, locales } from '@irisflow/foundation';
import { languageNames } from '../problem-texts.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { feelProblem, feelSourceOf } from './lint-forms.ts';
import { problemOf } from './problem.ts';

const textProblems = (file: string, letter: LetterTemplate): ProcedureProblem[] =>
  locales.flatMap((locale) => {
    const found = languageNames[locale] ?? locale;
    const gaps = [
      ...(letter.subject[locale].trim() === '' ? ['subject'] : []),
      ...(letter.body[locale].content.length === 0 ? ['body'] : []),
    ];
    return gaps.map((subject) =>
      problemOf({ file, code: 'TEXT_MISSING', subject, found, place: { pointer: `/${subject}/${locale}` } }),
    );
  });

const blockProblems = (file: string, letter: LetterTemplate): ProcedureProblem[] =>
  locales.flatMap((locale) =>
    missingBlocks(letter, locale).map((block) =>
      problemOf({
        file,
        code: 'MANDATORY_BLOCK_MISSING',
        subject: mandatoryBlocks[block].name,
        found: languageNames[locale] ?? locale,
        place: { pointer: `/body/${locale}` },
      }),
    ),
  );

/** Characters of the template that no font of letters has. */
const glyphProblems = (file: string, letter: LetterTemplate): ProcedureProblem[] =>
  locales.flatMap((locale) =>
    unprintable(`${letter.subject[locale]} ${writtenIn(letter.body[locale])}`).map((subject) =>
      problemOf({ file, code: 'LETTER_GLYPH_MISSING', subject, place: { pointer: `/body/${locale}` } }),
    ),
  );

const expressionProblems = (file: string, letter: LetterTemplate): ProcedureProblem[] =>
  locales.flatMap((locale) =>
    placedExpressions(letter.body[locale]).flatMap(({ expression: subject, pointer }) => {
      const found = feelProblem(feelSourceOf(subject));
      return found === null
        ? []
        : [problemOf({ file, code: 'FEEL_INVALID', subject, found, place: { pointer: `/body/${locale}${pointer}` } })];
    }),
  );

/** Missing languages, missing mandatory blocks and expressions that are none. */
export const lintLetters = ({ letters }: ProcedureFolder): ProcedureProblem[] =>
  [...letters].flatMap(([key, letter]) => {
    const file = `${key}.letter.json`;
    return [
      ...textProblems(file, letter),
      ...blockProblems(file, letter),
      ...expressionProblems(file, letter),
      ...glyphProblems(file, letter),
    ];
  });
