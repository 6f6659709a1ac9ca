import { compileForm, type CompiledForm } from '@irisflow/forms';
import type { ProcedureProblem } from '@irisflow/foundation';
import { readsRestricted } from '@irisflow/restricted';
import type { ChecklistItem } from '../checklist-item.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { feelProblem, feelSourceOf } from './lint-forms.ts';
import { problemOf } from './problem.ts';

const file = 'procedure.json';

interface Listed {
  readonly item: ChecklistItem;
  readonly pointer: string;
}

/** Conditions that are no expression, by which a point is neither hidden nor ticks itself, and those whose outcome tells what is restricted. */
const conditionProblems = ({ item, pointer }: Listed, application: CompiledForm | null): ProcedureProblem[] =>
  (['when', 'done'] as const).flatMap((name) => {
    const subject = item[name];
    if (subject === undefined) return [];
    const place = { pointer: `${pointer}/${name}` };
    const found = feelProblem(feelSourceOf(subject));
    if (found !== null) return [problemOf({ file, code: 'FEEL_INVALID', subject, found, place })];
    return application !== null && readsRestricted(application, subject)
      ? [problemOf({ file, code: 'CHECKLIST_TELLS_RESTRICTED', subject: item.key, found: subject, place })]
      : [];
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
export const lintChecklists = ({ description, forms }: ProcedureFolder): ProcedureProblem[] => {
  const form = forms.get(description?.application.form ?? '');
  const application = form === undefined ? null : compileForm(form);
  return Object.entries(description?.tasks ?? {}).flatMap(([id, { checklist = [], bulk }]) => {
    const listed = checklist.map((item, index) => ({ item, pointer: `/tasks/${id}/checklist/${index}` }));
    return [
      ...twice(listed),
      ...listed.flatMap((one) => conditionProblems(one, application)),
      ...(bulk === undefined ? [] : inBulk(listed)),
    ];
  });
};
