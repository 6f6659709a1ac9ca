import { readModel } from '@irisflow/xml';
import type { ModelWarning } from '@irisflow/xml';

import { dmnProblem } from '../dmn-problem.ts';
import type { DmnProblem } from '../dmn-problem.ts';
import { dmnModel } from './dmn-model.ts';
import { nearestId } from './moddle-element.ts';
import type { ModdleElement } from './moddle-element.ts';

const toProblem = ({ found, element, position }: ModelWarning): DmnProblem => {
  const params = { found: found.replace(/^<(.*)>$/, '$1') };
  const elementId = element === null ? null : nearestId(element);
  return dmnProblem({ code: 'DMN_UNKNOWN_CONTENT', params }, { elementId, ...position });
};

/**
 * Reads the text as `dmn:Definitions`, or answers why not.
 * Whatever the meta-model does not know is a problem: the reader would drop it silently and the rest would decide.
 */
export const readDefinitions = (xml: string): ModdleElement | readonly DmnProblem[] => {
  const { root, warnings } = readModel(xml, { model: dmnModel, root: 'dmn:Definitions' });
  if (root === null || root.$type !== 'dmn:Definitions') return [dmnProblem({ code: 'DMN_UNREADABLE' })];
  // Requirements are links we resolve ourselves; what else points at nothing is a shape of an element that is gone.
  const problems = warnings.filter(({ kind }) => kind !== 'reference').map(toProblem);
  return problems.length === 0 ? root : problems;
};
