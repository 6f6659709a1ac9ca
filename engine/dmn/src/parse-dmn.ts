import { scanXml } from '@irisflow/xml';
import type { XmlPosition } from '@irisflow/xml';

import { findCycle } from './compile/find-cycle.ts';
import { createParsedTexts } from './compile/parsed-texts.ts';
import type { Reading } from './compile/reading.ts';
import { namesOf } from './compile/names-of.ts';
import { readRequirements } from './compile/read-requirements.ts';
import { readTypes } from './compile/read-types.ts';
import { deepFreeze } from './deep-freeze.ts';
import { dmnProblem, dmnProblemAt } from './dmn-problem.ts';
import type { DmnProblem } from './dmn-problem.ts';
import { readDefinitions } from './moddle/read-definitions.ts';
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

const compile = (definitions: ModdleElement, positions: ReadonlyMap<string, XmlPosition>): ParsedDmn => {
  const reading: Reading = {
    positions,
    problems: [],
    names: namesOf(definitions),
    types: new Map(),
    texts: createParsedTexts(),
  };
  readTypes(reading, definitions);
  const requirements = readRequirements(reading, definitions);
  const problems = [...reading.problems, ...cycleProblem(requirements, positions)];
  return problems.length === 0
    ? { ok: true, requirements: deepFreeze(requirements), positions }
    : { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
};

/** Compiles a DMN 1.2 to 1.5 file into frozen decisions, or answers every problem found; never throws. */
export const parseDmn = (source: string | Uint8Array): ParsedDmn => {
  const scan = scanXml(source, xmlLimits);
  if (!scan.ok) {
    return {
      ok: false,
      problems: scan.problems.map((found) => dmnProblem(found, { ...found, elementId: found.id ?? null })),
    };
  }
  const definitions = readDefinitions(scan.text);
  return '$type' in definitions ? compile(definitions, scan.positions) : { ok: false, problems: definitions };
};
