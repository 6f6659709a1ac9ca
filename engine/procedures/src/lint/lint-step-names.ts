import type { ExecutableElement } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

/** What a clerk reads of a case's way through its process; gateways and scopes are only drawn. */
const isRead = ({ kind }: ExecutableElement): boolean => /Task$|Event$|^callActivity$/i.test(kind);

/** Steps with a name in one language only: a clerk of the other reads it as it was drawn. */
export const lintStepNames = ({ processes, description }: ProcedureFolder): ProcedureProblem[] => {
  if (description === null) return [];
  const { elements = {}, tasks } = description;
  return processes.flatMap(({ path: file, process }) =>
    process.elements
      .filter((element) => isRead(element) && (element.name ?? '').trim() !== '')
      .filter(({ id }) => !Object.hasOwn(elements, id) && !Object.hasOwn(tasks, id))
      .map(({ id, name }) =>
        problemOf({
          file,
          code: 'STEP_NAME_IN_ONE_LANGUAGE',
          subject: name ?? id,
          place: { elementId: id, severity: 'warning' },
        }),
      ),
  );
};
