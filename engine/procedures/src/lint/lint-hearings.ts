import type { ProcedureProblem } from '@irisflow/foundation';
import type { HearingDescription } from '../inquiry-descriptions.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

const file = 'procedure.json';

/** Letters and roles that a hearing names and that there are not. */
const namesOf = (
  { letters: sent, summons = {} }: HearingDescription,
  { description, letters }: ProcedureFolder,
  pointer: string,
): ProcedureProblem[] => [
  ...Object.entries(sent)
    .filter(([, letter]) => !letters.has(letter))
    .map(([name, subject]) =>
      problemOf({ file, code: 'LETTER_UNKNOWN', subject, place: { pointer: `${pointer}/letters/${name}` } }),
    ),
  ...(summons.roles ?? [])
    .filter((role) => description?.roles?.some(({ key }) => key === role) !== true)
    .map((subject) =>
      problemOf({ file, code: 'HEARING_ROLE_UNKNOWN', subject, place: { pointer: `${pointer}/summons/roles` } }),
    ),
];

/** Hearings that share a key, send letters that there are not, or summon nobody. */
export const lintHearings = (folder: ProcedureFolder): ProcedureProblem[] => {
  const hearings = folder.description?.hearings ?? [];
  return hearings.flatMap((hearing, index) => {
    const { key: subject, summons = {} } = hearing;
    const pointer = `/hearings/${index}`;
    const isTwice = hearings.findIndex(({ key }) => key === subject) < index;
    const isOfNobody = summons.applicant === false && (summons.roles ?? []).length === 0;
    return [
      ...(isTwice ? [problemOf({ file, code: 'HEARING_TWICE', subject, place: { pointer: `${pointer}/key` } })] : []),
      ...(isOfNobody
        ? [problemOf({ file, code: 'HEARING_OF_NOBODY', subject, place: { pointer: `${pointer}/summons` } })]
        : []),
      ...namesOf(hearing, folder, pointer),
    ];
  });
};
