import type { ExecutableElement, Expression } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { indexNames, unknownNames, type NameIndex, type NamePlace, type ProcedureParts } from '@irisflow/names';
import { caseHandle } from '../publication/reserved-variable.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

/** An expression, and from where in its element it is read. */
type Asked = readonly [Expression | null, NonNullable<NamePlace['at']>];

const asked = (side: Asked[1], ...expressions: readonly (Expression | null)[]): Asked[] =>
  expressions.map((expression) => [expression, side] as const);

const workOf = (element: ExecutableElement): Asked[] => {
  if (element.kind === 'userTask') {
    const { assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority } = element.userTask;
    return asked('within', assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority);
  }
  if (element.kind === 'receiveTask') return asked('within', element.message.correlationKey);
  if (!('work' in element)) return [];
  const { work } = element;
  if (work.kind === 'script') return asked('within', work.script.expression);
  return work.kind === 'decision' ? asked('within', work.decision.decisionId) : asked('within', work.job.type);
};

const eventOf = (element: ExecutableElement): Asked[] => {
  if (!('event' in element)) return [];
  const { event } = element;
  if (event.kind === 'message') return asked('within', event.message.correlationKey);
  if (event.kind === 'timer') return asked('within', event.timer.value);
  return event.kind === 'conditional' ? asked('within', event.condition) : [];
};

const loopOf = (element: ExecutableElement): Asked[] => {
  const loop = 'multiInstance' in element ? element.multiInstance : null;
  if (loop === null) return [];
  return [...asked('within', loop.inputCollection), ...asked('inside', loop.outputElement, loop.completionCondition)];
};

const askedBy = (element: ExecutableElement): Asked[] => [
  ...asked('within', ...element.inputs.map(({ source }) => source)),
  ...workOf(element),
  ...eventOf(element),
  ...loopOf(element),
  ...asked('inside', ...element.outputs.map(({ source }) => source)),
];

const problemsOf = (
  index: NameIndex,
  expression: Expression | null,
  place: NamePlace & { readonly file: string },
): ProcedureProblem[] => {
  if (expression?.kind !== 'feel') return [];
  return (
    unknownNames(expression.source, index.at(place))
      // What no file says may still come with a message, or from who is not one of ours.
      .filter(({ isSure, path: [name] }) => isSure && name !== caseHandle)
      .map(({ path, meant }) =>
        problemOf({
          file: place.file,
          code: meant === null ? 'NAME_UNKNOWN' : 'NAME_MISTYPED',
          subject: path.join('.'),
          found: meant?.join('.') ?? '',
          // Who starts a process by the engine's own doors may bring names that no file says; a slip of the pen nobody brings.
          place: { elementId: place.id, severity: meant === null ? 'warning' : 'error' },
        }),
      )
  );
};

/** Names in the expressions of a process that nothing gives a value on any path before them: what they say is always null. */
export const lintKnownNames = (
  { description, processes, forms, parameters }: ProcedureFolder,
  decisions: ProcedureParts['decisions'],
): ProcedureProblem[] => {
  const index = indexNames({ description, processes, forms, parameters, decisions });
  return processes.flatMap(({ path: file, process }) => [
    ...process.elements.flatMap((element) =>
      askedBy(element).flatMap(([expression, at]) => problemsOf(index, expression, { file, id: element.id, at })),
    ),
    ...process.flows.flatMap(({ id, condition }) => problemsOf(index, condition, { file, id })),
  ]);
};
