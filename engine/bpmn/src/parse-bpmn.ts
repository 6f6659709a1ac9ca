import { createFeelBudget, type FeelBudget } from '@irisflow/feel';
import { scanXml } from '@irisflow/xml';
import { elementsOf, isTrue } from '@irisflow/xml';

import { compileProcess } from './compile/compile-process.ts';
import type { CompiledProcess } from './compile/compile-process.ts';
import { createFeelLeft } from './compile/feel-left.ts';
import type { ExecutableProcess } from './graph.ts';
import { readDefinitions } from './moddle/read-definitions.ts';
import { createProblemLog } from './problem-log.ts';
import type { ProblemLog } from './problem-log.ts';
import { isError } from './problem.ts';
import type { BpmnProblem } from './problem.ts';
import { checkProcess } from './rules/check-process.ts';
import { reportUnsupported } from './rules/supported-features.ts';
import type { SupportedFeatures } from './rules/supported-features.ts';

export interface ParseOptions {
  /** Name of the file, for its problems. */
  readonly name?: string;
  /** What the engine at hand runs; a feature that is not mentioned counts as supported. */
  readonly supported?: SupportedFeatures;
  /** What the files that are deployed with this one leave it to read. */
  readonly feelBudget?: FeelBudget;
}

/**
 * The executable processes of a file with its warnings, or everything that is wrong with it. `unfinished` is what could be read
 * of its processes all the same: nothing may run it, but an editor knows from it what is known where.
 */
export type BpmnParse =
  | { readonly ok: true; readonly processes: readonly ExecutableProcess[]; readonly problems: readonly BpmnProblem[] }
  | {
      readonly ok: false;
      readonly unfinished: readonly ExecutableProcess[];
      readonly problems: readonly BpmnProblem[];
    };

/** BPMN with its diagrams; what tools add of their own may use ids as it likes. */
const isModel = (namespace: string): boolean => /^http:\/\/www\.omg\.org\/spec\/(?:BPMN|DD)\//.test(namespace);

const compileAll = (text: string, log: ProblemLog, feelBudget: FeelBudget): readonly CompiledProcess[] => {
  const definitions = readDefinitions(text, log);
  if (definitions === null || log.problems.some(isError)) return [];
  const executable = elementsOf(definitions, 'rootElements').filter(
    (root) => root.$type === 'bpmn:Process' && isTrue(root, 'isExecutable'),
  );
  if (executable.length === 0) log.report('BPMN_NO_EXECUTABLE_PROCESS', null);
  const feelLeft = createFeelLeft(feelBudget);
  return executable.flatMap((process) => compileProcess(process, log, feelLeft) ?? []);
};

/**
 * Compiles a BPMN file to its executable processes; never throws and never answers half a model as a whole one.
 *
 * What has errors is refused as a whole: the same answer gates the deployment and lights up the designer.
 */
export const parseBpmn = (xml: string | Uint8Array, options: ParseOptions = {}): BpmnParse => {
  const resource = options.name ?? null;
  const scan = scanXml(xml, { isModel });
  if (!scan.ok) {
    const log = createProblemLog(new Map(), resource);
    scan.problems.forEach(log.reportXml);
    return { ok: false, unfinished: [], problems: log.problems };
  }
  const log = createProblemLog(scan.positions, resource);
  const compiled = compileAll(scan.text, log, options.feelBudget ?? createFeelBudget());
  for (const { graph, complete } of compiled) {
    if (complete) checkProcess(graph, log);
    reportUnsupported(graph, options.supported ?? {}, log);
  }
  const problems = Object.freeze([...log.problems]);
  const processes = compiled.map(({ graph }) => graph);
  return problems.some(isError) ? { ok: false, unfinished: processes, problems } : { ok: true, processes, problems };
};

/** Everything that is wrong with a file, errors and warnings, for the designer's canvas. */
export const lintBpmn = (xml: string | Uint8Array, options: ParseOptions = {}): readonly BpmnProblem[] =>
  parseBpmn(xml, options).problems;
