import { elementsOf, extensionOf, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { Mapping } from '../graph.ts';
import { absent, readExpression } from './read-expression.ts';
import type { Reading } from './reading.ts';
import { report } from './reading.ts';

const identifier = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Words that FEEL reads as something else, so that a variable of that name could never be read back. */
const reserved: ReadonlySet<string> = new Set(
  'null true false function if then else for return some every satisfies between and or in not instance of external'.split(
    ' ',
  ),
);

/** A name under which FEEL can read a variable. */
export const isVariableName = (name: string): boolean => identifier.test(name) && !reserved.has(name);

const readTarget = (reading: Reading, element: ModdleElement, text: string): readonly string[] => {
  const path = text.trim().split('.');
  if (!path.every(isVariableName)) report(reading, 'BPMN_MAPPING_TARGET_INVALID', element, { target: text });
  return path;
};

const readSource = (reading: Reading, element: ModdleElement): Mapping['source'] => {
  const source = readExpression(reading, element, 'source');
  if (source === null)
    report(reading, 'BPMN_MAPPING_SOURCE_MISSING', element, { target: textOf(element, 'target') ?? '' });
  return source ?? absent;
};

const readMapping = (reading: Reading, element: ModdleElement): Mapping => ({
  source: readSource(reading, element),
  target: readTarget(reading, element, textOf(element, 'target') ?? ''),
});

/** `zeebe:ioMapping`: what goes into the element and what comes out. */
export const readMappings = (
  reading: Reading,
  element: ModdleElement,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } => {
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  if (mapping === null) return { inputs: [], outputs: [] };
  const read = (property: string): readonly Mapping[] =>
    elementsOf(mapping, property).map((parameter) => readMapping(reading, parameter));
  return { inputs: read('inputParameters'), outputs: read('outputParameters') };
};

/** An attribute that names a variable, such as `resultVariable`; reports a name that FEEL cannot read. */
export const readVariableName = (reading: Reading, element: ModdleElement, property: string): string | null => {
  const name = textOf(element, property)?.trim() ?? null;
  if (name !== null && !isVariableName(name)) report(reading, 'BPMN_MAPPING_TARGET_INVALID', element, { target: name });
  return name;
};
