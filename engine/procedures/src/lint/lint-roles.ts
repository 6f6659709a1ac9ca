import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

const file = 'procedure.json';
/** What the platform itself calls those whom a case is about. */
const reserved = ['applicant', 'concerned'];

/** Roles that share a key or take one of the platform, that get letters that there are not, and a household from no source. */
export const lintRoles = ({ description, letters }: ProcedureFolder): ProcedureProblem[] => {
  const roles = description?.roles ?? [];
  const found = roles.flatMap(({ key, letters: sent = [] }, index) => {
    const place = { pointer: `/roles/${index}/key` };
    const unknown = sent === 'all' ? [] : sent.filter((one) => !letters.has(one));
    return [
      ...(reserved.includes(key) ? [problemOf({ file, code: 'ROLE_RESERVED', subject: key, place })] : []),
      ...(roles.findIndex((other) => other.key === key) < index
        ? [problemOf({ file, code: 'ROLE_TWICE', subject: key, place })]
        : []),
      ...unknown.map((subject) =>
        problemOf({ file, code: 'LETTER_UNKNOWN', subject, place: { pointer: `/roles/${index}/letters` } }),
      ),
    ];
  });
  const source = description?.household?.source?.key;
  const isKnown = source === undefined || description?.sources.some(({ key }) => key === source) === true;
  if (isKnown) return found;
  return [
    ...found,
    problemOf({ file, code: 'SOURCE_UNKNOWN', subject: source, place: { pointer: '/household/source/key' } }),
  ];
};
