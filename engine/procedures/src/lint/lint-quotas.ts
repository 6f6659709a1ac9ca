import type { ExecutableElement } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { constantOf } from '@irisflow/names';
import type { QuotaDescription } from '../quota-description.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import type { RightDescription } from '../right-description.ts';
import { problemOf } from './problem.ts';

interface Counted {
  readonly file: string;
  readonly quota: QuotaDescription;
}

const isCategory = ({ data }: RightDescription, { field, value }: { field: string; value: string }): boolean => {
  const known = data.properties[field];
  if (known?.type !== 'string' || data.required?.includes(field) !== true) return false;
  return known.enum?.includes(value) ?? true;
};

const rightProblems = ({ file, quota: { right, category } }: Counted, { rights }: ProcedureFolder) => {
  const kind = rights.get(right);
  if (kind === undefined)
    return [problemOf({ file, code: 'QUOTA_RIGHT_UNKNOWN', subject: right, place: { pointer: '/right' } })];
  if (category === undefined || isCategory(kind, category)) return [];
  return [
    problemOf({ file, code: 'QUOTA_CATEGORY_UNKNOWN', subject: category.field, place: { pointer: '/category' } }),
  ];
};

const ceilingProblems = ({ file, quota: { ceiling: subject } }: Counted, { parameters }: ProcedureFolder) => {
  const place = { pointer: '/ceiling' };
  const parameter = parameters.find(({ key }) => key === subject);
  if (parameter === undefined) return [problemOf({ file, code: 'QUOTA_CEILING_UNKNOWN', subject, place })];
  const isCount = parameter.values.every(({ value }) => Number.isSafeInteger(value) && value >= 0);
  return isCount ? [] : [problemOf({ file, code: 'QUOTA_CEILING_NO_COUNT', subject, place })];
};

const isCaseStore = (element: ExecutableElement): boolean =>
  'work' in element && element.work.kind === 'job' && constantOf(element.work.job.type) === 'case-store';

/** Steps that reserve a place of a quota that there is not. */
const stepProblems = ({ processes, quotas }: ProcedureFolder): ProcedureProblem[] =>
  processes.flatMap(({ path: file, process }) =>
    process.elements.flatMap((element) => {
      if (!isCaseStore(element) || !('inputs' in element)) return [];
      const naming = element.inputs.find(({ target }) => target.join('.') === 'quota');
      const subject = naming === undefined ? null : constantOf(naming.source);
      if (subject === null || quotas.has(subject)) return [];
      return [problemOf({ file, code: 'QUOTA_UNKNOWN', subject, place: { elementId: element.id } })];
    }),
  );

/** What is wrong in the quotas of a folder, and which ones its processes name that there are not. */
export const lintQuotas = (folder: ProcedureFolder): ProcedureProblem[] => [
  ...[...folder.quotas]
    .map(([key, quota]) => ({ file: `${key}.quota.json`, quota }))
    .flatMap((counted) => [...rightProblems(counted, folder), ...ceilingProblems(counted, folder)]),
  ...stepProblems(folder),
];
