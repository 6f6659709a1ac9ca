import type { ProcedureProblem } from '@irisflow/foundation';
import type { ChecklistItem } from '../checklist-item.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { feelProblem, feelSourceOf } from './lint-forms.ts';
import { problemOf } from './problem.ts';

const file = 'procedure.json';

interface Listed {
  readonly item: ChecklistItem;
  readonly pointer: string;
}

/** Conditions that are no expression: the point could neither be hidden nor tick itself. */
const conditionProblems = ({ item, pointer }: Listed): ProcedureProblem[] =>
  (['when', 'done'] as const).flatMap((name) => {
    const subject = item[name];
    const found = subject === undefined ? null : feelProblem(feelSourceOf(subject));
    if (subject === undefined || found === null) return [];
    return [problemOf({ file, code: 'FEEL_INVALID', subject, found, place: { pointer: `${pointer}/${name}` } })];
  });

const twice = (listed: readonly Listed[]): ProcedureProblem[] =>
  listed
    .filter(({ item: { key } }, index) => listed.findIndex(({ item }) => item.key === key) !== index)
    .map(({ item: { key: subject }, pointer }) =>
      problemOf({ file, code: 'CHECKLIST_KEY_TWICE', subject, place: { pointer: `${pointer}/key` } }),
    );

/** Points that somebody has to tick in each case by itself keep all of them out of a bulk decision. */
const inBulk = (listed: readonly Listed[]): ProcedureProblem[] =>
  listed
    .filter(({ item: { required, done } }) => required === true && done === undefined)
    .map(({ item: { key: subject }, pointer }) => {
      const place = { pointer: `${pointer}/required`, severity: 'warning' } as const;
      return problemOf({ file, code: 'CHECKLIST_IN_BULK', subject, place });
    });

/** What is wrong in the checklists of tasks. */
export const lintChecklists = ({ description }: ProcedureFolder): ProcedureProblem[] =>
  Object.entries(description?.tasks ?? {}).flatMap(([id, { checklist = [], bulk }]) => {
    const listed = checklist.map((item, index) => ({ item, pointer: `/tasks/${id}/checklist/${index}` }));
    return [...twice(listed), ...listed.flatMap(conditionProblems), ...(bulk === undefined ? [] : inBulk(listed))];
  });
