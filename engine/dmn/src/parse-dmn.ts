import { createFeelBudget, type FeelBudget } from '@irisflow/feel';
import { scanXml } from '@irisflow/xml';
import type { XmlPosition } from '@irisflow/xml';

import { findCycle } from './compile/find-cycle.ts';
import { createParsedTexts } from './compile/parsed-texts.ts';
import { readImports } from './compile/read-imports.ts';
import type { Imported, Reading } from './compile/reading.ts';
import { namesOf } from './compile/names-of.ts';
import { readRequirements } from './compile/read-requirements.ts';
import { readTypes } from './compile/read-types.ts';
import { deepFreeze } from './deep-freeze.ts';
import { dmnProblem, dmnProblemAt } from './dmn-problem.ts';
import type { DmnProblem } from './dmn-problem.ts';
import { readDefinitions } from './moddle/read-definitions.ts';
import { elementsOf, nearestId, textOf } from './moddle/moddle-element.ts';
import type { ModdleElement } from './moddle/moddle-element.ts';
import type { DecisionRequirements } from './requirements.ts';

/** A compiled file with the place of every id, or the reasons why it is refused. */
export type ParsedDmn =
  | {
      readonly ok: true;
      readonly requirements: DecisionRequirements;
      readonly positions: ReadonlyMap<string, XmlPosition>;
    }
  | { readonly ok: false; readonly problems: readonly DmnProblem[] };

/** DMN with its diagrams; what tools add of their own may use ids as it likes. */
const isModel = (namespace: string): boolean => /^https?:\/\/www\.omg\.org\/spec\/(?:DMN|DD)\//.test(namespace);

/** A table of 10,000 rules has far more elements than any process; 4 MiB is what one deployment may carry. */
const xmlLimits = { maxBytes: 4 * 1024 * 1024, maxElements: 200_000, maxDepth: 200, isModel };

/** A file with hundreds of wrong cells is read by nobody to the end. */
const MAX_PROBLEMS = 100;

const cycleProblem = (requirements: DecisionRequirements, positions: Reading['positions']): DmnProblem[] => {
  const edges = new Map([
    ...requirements.knowledge.map(({ id, requiredKnowledge }) => [id, requiredKnowledge] as const),
    ...requirements.services.map(({ id, outputDecisions }) => [id, outputDecisions] as const),
    ...requirements.decisions.map(
      ({ id, requiredDecisions, requiredKnowledge }) => [id, [...requiredDecisions, ...requiredKnowledge]] as const,
    ),
  ]);
  const cycle = findCycle(edges);
  const first = cycle?.[0];
  if (cycle === null || first === undefined) return [];
  const params = { path: [...cycle, first].join(' -> ') };
  return [dmnProblemAt({ code: 'DMN_CYCLE', params }, first, positions)];
};

/** A file as far as it is read: its elements, with where they stand. */
interface ReadFile {
  readonly definitions: ModdleElement;
  readonly positions: ReadonlyMap<string, XmlPosition>;
}

const readFile = (source: string | Uint8Array): ReadFile | readonly DmnProblem[] => {
  const scan = scanXml(source, xmlLimits);
  if (!scan.ok) return scan.problems.map((found) => dmnProblem(found, { ...found, elementId: found.id ?? null }));
  const definitions = readDefinitions(scan.text);
  return '$type' in definitions ? { definitions, positions: scan.positions } : definitions;
};

/** A file with what others need to import it. */
type Compiled = ParsedDmn & Pick<Imported, 'names' | 'types'>;

type Find = (namespace: string) => Compiled | null;

const compile = ({ definitions, positions }: ReadFile, find: Find, budget: FeelBudget): Compiled => {
  const problems: DmnProblem[] = [];
  const imports = readImports({ problems, positions }, definitions, find);
  const reading: Reading = {
    positions,
    problems,
    names: [...namesOf(definitions), ...imports.flatMap(({ name, names }) => [name, ...names])],
    types: new Map(imports.flatMap(({ name, types }) => [...types].map(([type, of]) => [`${name}.${type}`, of]))),
    texts: createParsedTexts(budget),
    imports,
  };
  readTypes(reading, definitions);
  const requirements = readRequirements(reading, definitions);
  problems.push(...cycleProblem(requirements, positions));
  const { names, types } = reading;
  return problems.length === 0
    ? { ok: true, requirements: deepFreeze(requirements), positions, names, types }
    : { ok: false, problems: problems.slice(0, MAX_PROBLEMS), names, types };
};

/** Finds files by their namespace and compiles each once; one that is just being compiled is not found. */
const finderIn = (files: readonly ReadFile[], budget: FeelBudget): Find => {
  const known = new Map<ReadFile, Compiled | null>();
  const find: Find = (namespace) => {
    const file = files.find(({ definitions }) => textOf(definitions, 'namespace') === namespace);
    if (file === undefined) return null;
    if (!known.has(file)) {
      known.set(file, null);
      known.set(file, compile(file, find, budget));
    }
    return known.get(file) ?? null;
  };
  return find;
};

/** A file of functions and types alone can be imported; what deploys has to decide something. */
const withoutDecision = ({ definitions, positions }: ReadFile): DmnProblem[] =>
  elementsOf(definitions, 'drgElement').some(({ $type }) => $type === 'dmn:Decision')
    ? []
    : [dmnProblemAt({ code: 'DMN_NO_DECISION' }, nearestId(definitions), positions)];

/** What a file may need beside itself. */
export interface DmnSurroundings {
  /** Files that it may import, each found by its namespace; one that cannot be read is as good as absent. */
  readonly files?: readonly (string | Uint8Array)[];
  /** What the files that are deployed with this one leave it to read. */
  readonly feelBudget?: FeelBudget;
}

/** Compiles a DMN 1.1 to 1.5 file into frozen decisions, or answers every problem found; never throws. */
export const parseDmn = (
  source: string | Uint8Array,
  { files = [], feelBudget = createFeelBudget() }: DmnSurroundings = {},
): ParsedDmn => {
  const file = readFile(source);
  if (!('definitions' in file)) return { ok: false, problems: file };
  const others = files.map(readFile).filter((other) => 'definitions' in other);
  const compiled = compile(file, finderIn(others, feelBudget), feelBudget);
  const problems = [...(compiled.ok ? [] : compiled.problems), ...withoutDecision(file)];
  return compiled.ok && problems.length === 0
    ? { ok: true, requirements: compiled.requirements, positions: compiled.positions }
    : { ok: false, problems };
};
