import type { ExecutableElement } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { constantOf } from '@irisflow/names';
import type { ProcedureFolder } from '../read-folder.ts';
import type { RightDescription, RightField } from '../right-description.ts';
import {
  rightSourceAnswer,
  rightSourceConnector,
  rightSourceFacts,
  rightSourceKey,
} from '../right-source-description.ts';
import { problemOf } from './problem.ts';

interface Kind {
  readonly file: string;
  readonly right: RightDescription;
}

/** Whether a field stays in the administration: it says so, or processes alone read it. */
const staysInside = ({ restricted, internal }: RightField): boolean => restricted === true || internal === true;

const reserved: readonly string[] = [...rightSourceFacts, ...rightSourceAnswer];

const fieldProblems = ({ file, right: { source, data } }: Kind): ProcedureProblem[] =>
  (source?.fields ?? []).flatMap((subject, index) => {
    const place = { pointer: `/source/fields/${index}` };
    const field = data.properties[subject];
    const isFact = rightSourceFacts.some((name) => name === subject);
    if (field === undefined) return isFact ? [] : [problemOf({ file, code: 'RIGHT_SOURCE_FIELD', subject, place })];
    if (reserved.includes(subject)) return [problemOf({ file, code: 'RIGHT_SOURCE_NAME', subject, place })];
    return staysInside(field) ? [problemOf({ file, code: 'RIGHT_SOURCE_RESTRICTED', subject, place })] : [];
  });

const publicProblems = ({ file, right: { data } }: Kind): ProcedureProblem[] =>
  Object.entries(data.properties)
    .filter(([, field]) => staysInside(field) && field.public === true)
    .map(([subject]) => {
      const place = { pointer: `/data/properties/${subject}/restricted` };
      return problemOf({ file, code: 'RIGHT_SOURCE_RESTRICTED', subject, place });
    });

const stateProblems = ({ file, right: { source, states } }: Kind): ProcedureProblem[] =>
  (source?.states ?? [])
    .filter((key) => !states.some((state) => state.key === key))
    .map((subject) => problemOf({ file, code: 'RIGHT_STATE_UNKNOWN', subject, place: { pointer: '/source/states' } }));

const keyProblems = ({ file, right: { source, key } }: Kind, procedureKey: string | undefined): ProcedureProblem[] => {
  const subject = rightSourceKey(procedureKey ?? '', key);
  if (source === undefined || subject.length <= 63) return [];
  return [problemOf({ file, code: 'RIGHT_SOURCE_KEY', subject, place: { pointer: '/source' } })];
};

const asks = (element: ExecutableElement): boolean =>
  'work' in element && element.work.kind === 'job' && constantOf(element.work.job.type) === rightSourceConnector;

/** Steps that ask for rights of others without the procedure saying so. */
const askingProblems = ({ processes, description }: ProcedureFolder): ProcedureProblem[] =>
  processes.flatMap(({ path: file, process }) =>
    process.elements.flatMap((element) => {
      if (!asks(element) || !('inputs' in element)) return [];
      const naming = element.inputs.find(({ target }) => target.join('.') === 'rightSource');
      const subject = naming === undefined ? null : constantOf(naming.source);
      if (subject === null || description?.sources.some(({ key }) => key === subject) !== false) return [];
      return [problemOf({ file, code: 'SOURCE_UNKNOWN', subject, place: { elementId: element.id } })];
    }),
  );

/** What is wrong in what a folder offers of its rights to others, and in what it asks of theirs. */
export const lintRightSources = (folder: ProcedureFolder): ProcedureProblem[] => {
  const kinds = [...folder.rights].map(([key, right]) => ({ file: `${key}.right.json`, right }));
  return [
    ...kinds.flatMap((kind) => [
      ...fieldProblems(kind),
      ...publicProblems(kind),
      ...stateProblems(kind),
      ...keyProblems(kind, folder.description?.key),
    ]),
    ...askingProblems(folder),
  ];
};
