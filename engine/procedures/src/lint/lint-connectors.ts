import type { ExecutableElement } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { isTypeOf, ownTypeLike, prefixOf } from '../connectors/connector-type.ts';
import { constantOf } from '@irisflow/names';
import { jobTypeExpressionsOf } from '../job-types.ts';
import type { ProcedureDescription } from '../procedure-description.ts';
import type { ProblemTextCode } from '../problem-texts.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

/** Who does the jobs of a procedure. */
export interface JobOffer {
  /** Types of the connectors that come with the platform; null when that is not known. */
  readonly connectorTypes: readonly string[] | null;
  /** Types of others that somebody serves for the administration now; null where no platform can be asked. */
  readonly servedTypes: readonly string[] | null;
}

interface Lint extends JobOffer {
  readonly administration: string;
  /** Types that the administration's own plain workers do. */
  readonly declared: ReadonlySet<string>;
}

/** What speaks against a type. Whether another administration has it stays unsaid: its prefix alone makes it theirs. */
const objectionTo = (type: string, lint: Lint): ProblemTextCode | null => {
  const { connectorTypes, servedTypes, administration, declared } = lint;
  if (connectorTypes?.includes(type) === true) return null;
  const prefix = prefixOf(type);
  if (prefix !== null && prefix !== administration) return 'CONNECTOR_FOREIGN';
  if (declared.has(type) || servedTypes?.includes(type) === true || connectorTypes === null) return null;
  return servedTypes === null ? 'CONNECTOR_UNVERIFIED' : 'CONNECTOR_UNKNOWN';
};

const elementProblems = (file: string, element: ExecutableElement, lint: Lint): ProcedureProblem[] => {
  const { administration } = lint;
  const types = new Set(jobTypeExpressionsOf(element).map(constantOf));
  return [...types].flatMap((type) => {
    const code = type === null ? 'JOB_TYPE_COMPUTED' : objectionTo(type, lint);
    if (code === null) return [];
    const severity = code === 'CONNECTOR_UNVERIFIED' ? 'warning' : 'error';
    const subject = type ?? element.id;
    const found = ownTypeLike(administration, subject);
    return [problemOf({ file, code, subject, found, place: { elementId: element.id, severity } })];
  });
};

const objectionToWorker = (type: string, { administration, connectorTypes }: Lint): ProblemTextCode | null => {
  if (isTypeOf(administration, type)) return null;
  if (connectorTypes?.includes(type) === true) return 'WORKER_SHIPPED';
  const prefix = prefixOf(type);
  if (prefix === null) return 'WORKER_UNPREFIXED';
  return prefix === administration ? 'WORKER_MALFORMED' : 'WORKER_FOREIGN';
};

const workerProblems = ({ workers = [] }: ProcedureDescription, lint: Lint): ProcedureProblem[] =>
  workers.flatMap(({ type }, index) => {
    const isAgain = workers.findIndex((other) => other.type === type) < index;
    const code = isAgain ? 'WORKER_TWICE' : objectionToWorker(type, lint);
    if (code === null) return [];
    const place = { pointer: `/workers/${index}/type` };
    const found = ownTypeLike(lint.administration, type);
    return [problemOf({ file: 'procedure.json', code, subject: type, found, place })];
  });

/** Whether somebody does every job of a folder, and whether they may: each type has one owner. */
export const lintConnectors = (
  { processes, description }: ProcedureFolder,
  { connectorTypes, servedTypes }: JobOffer,
): ProcedureProblem[] => {
  if (description === null) return [];
  const { administration, workers = [] } = description;
  const declared = new Set(workers.map(({ type }) => type).filter((type) => isTypeOf(administration, type)));
  const lint: Lint = { connectorTypes, servedTypes, administration, declared };
  return [
    ...workerProblems(description, lint),
    ...processes.flatMap(({ path, process }) =>
      process.elements.flatMap((element) => elementProblems(path, element, lint)),
    ),
  ];
};
