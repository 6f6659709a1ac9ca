import type { ExecutableElement } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { constantOf } from '@irisflow/names';
import type { ProcedureFolder } from '../read-folder.ts';
import type { RightDescription } from '../right-description.ts';
import { problemOf } from './problem.ts';

interface Kind {
  readonly file: string;
  readonly right: RightDescription;
}

const stateProblems = ({ file, right: { states, moves } }: Kind): ProcedureProblem[] => {
  const keys = states.map(({ key }) => key);
  const [first] = states;
  const endedKeys = states.filter(({ effect }) => effect === 'ended').map(({ key }) => key);
  return [
    ...states
      .filter(({ key }, index) => keys.indexOf(key) < index)
      .map(({ key: subject }) =>
        problemOf({ file, code: 'RIGHT_STATE_TWICE', subject, place: { pointer: '/states' } }),
      ),
    ...(first === undefined || first.effect === 'active'
      ? []
      : [problemOf({ file, code: 'RIGHT_NOT_ACTIVE', subject: first.key, place: { pointer: '/states/0/effect' } })]),
    ...states.flatMap(({ key, whileAppealed }, index) => {
      if (whileAppealed === undefined) return [];
      const place = { pointer: `/states/${index}/whileAppealed` };
      if (!keys.includes(whileAppealed))
        return [problemOf({ file, code: 'RIGHT_STATE_UNKNOWN', subject: whileAppealed, place })];
      return whileAppealed === key || endedKeys.includes(whileAppealed)
        ? [problemOf({ file, code: 'RIGHT_HELD_STATE', subject: key, place })]
        : [];
    }),
    ...moves.flatMap(({ from, to }, index) => {
      const pointer = `/moves/${index}`;
      const unknown = [from, to].filter((key) => !keys.includes(key));
      return [
        ...unknown.map((subject) => problemOf({ file, code: 'RIGHT_STATE_UNKNOWN', subject, place: { pointer } })),
        ...(endedKeys.includes(from)
          ? [problemOf({ file, code: 'RIGHT_MOVED_AFTER_END', subject: from, place: { pointer: `${pointer}/from` } })]
          : []),
      ];
    }),
  ];
};

const fieldProblems = ({ file, right: { data, validity } }: Kind): ProcedureProblem[] => {
  const until = validity !== undefined && 'until' in validity ? validity.until : null;
  const untilField = until === null ? undefined : data.properties[until];
  const isDay = untilField?.type === 'string' && untilField.format === 'date';
  return [
    ...(data.required ?? [])
      .filter((name) => !Object.hasOwn(data.properties, name))
      .map((subject) =>
        problemOf({ file, code: 'RIGHT_FIELD_UNKNOWN', subject, place: { pointer: '/data/required' } }),
      ),
    ...(until === null || (isDay && data.required?.includes(until) === true)
      ? []
      : [problemOf({ file, code: 'RIGHT_UNTIL_NO_DAY', subject: until, place: { pointer: '/validity/until' } })]),
  ];
};

const roleProblems = ({ file, right: { roles = [] } }: Kind, known: readonly string[]): ProcedureProblem[] =>
  roles
    .filter((role) => !known.includes(role))
    .map((subject) => problemOf({ file, code: 'RIGHT_ROLE_UNKNOWN', subject, place: { pointer: '/roles' } }));

const prefixProblems = (kinds: readonly Kind[]): ProcedureProblem[] =>
  kinds
    .filter(({ right }, index) => kinds.findIndex((other) => other.right.number.prefix === right.number.prefix) < index)
    .map(({ file, right: { number } }) =>
      problemOf({ file, code: 'RIGHT_PREFIX_TWICE', subject: number.prefix, place: { pointer: '/number/prefix' } }),
    );

const isCaseStore = (element: ExecutableElement): boolean =>
  'work' in element && element.work.kind === 'job' && constantOf(element.work.job.type) === 'case-store';

/** Steps that grant a right of a kind that there is not. */
const grantProblems = ({ processes, rights }: ProcedureFolder): ProcedureProblem[] =>
  processes.flatMap(({ path: file, process }) =>
    process.elements.flatMap((element) => {
      if (!isCaseStore(element) || !('inputs' in element)) return [];
      const naming = element.inputs.find(({ target }) => target.join('.') === 'rightKind');
      const subject = naming === undefined ? null : constantOf(naming.source);
      if (subject === null || rights.has(subject)) return [];
      return [problemOf({ file, code: 'RIGHT_UNKNOWN', subject, place: { elementId: element.id } })];
    }),
  );

/** What is wrong in the kinds of rights of a folder, and which ones its processes name that there are not. */
export const lintRights = (folder: ProcedureFolder): ProcedureProblem[] => {
  const kinds = [...folder.rights].map(([key, right]) => ({ file: `${key}.right.json`, right }));
  const roles = folder.description?.roles?.map(({ key }) => key) ?? [];
  return [
    ...kinds.flatMap((kind) => [...stateProblems(kind), ...fieldProblems(kind), ...roleProblems(kind, roles)]),
    ...prefixProblems(kinds),
    ...grantProblems(folder),
  ];
};
