import { extensionOf, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { Expression, JobDefinition } from '../graph.ts';
import { absent, expressionOf, requireExpression } from './read-expression.ts';
import { readHeaders } from './read-headers.ts';
import type { Reading } from './reading.ts';
import { report } from './reading.ts';

const DEFAULT_RETRIES = '3';

/** How often a job may be tried: a whole number, or FEEL that gives one. */
export const readRetries = (reading: Reading, element: ModdleElement): Expression => {
  const text = textOf(element, 'retries') ?? DEFAULT_RETRIES;
  const retries = expressionOf(reading, element, text);
  if (retries.kind === 'literal' && retries !== absent && !/^\s*\d{1,9}\s*$/.test(retries.text)) {
    report(reading, 'BPMN_RETRIES_INVALID', element, { found: text });
  }
  return retries;
};

/** The work for a worker in `zeebe:taskDefinition`; null when there is none. */
export const readJob = (reading: Reading, element: ModdleElement): JobDefinition | null => {
  const definition = extensionOf(element, 'zeebe:TaskDefinition');
  if (definition === null) return null;
  return {
    type: requireExpression(reading, definition, 'type', 'BPMN_JOB_TYPE_MISSING'),
    retries: readRetries(reading, definition),
    headers: readHeaders(reading, element),
  };
};

/** The work for a worker where nobody else can do it. */
export const requireJob = (reading: Reading, element: ModdleElement): JobDefinition => {
  const job = readJob(reading, element);
  if (job === null) report(reading, 'BPMN_JOB_TYPE_MISSING', element);
  return job ?? { type: absent, retries: absent, headers: {} };
};
