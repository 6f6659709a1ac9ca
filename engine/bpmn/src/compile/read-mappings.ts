import { elementsOf, extensionOf, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { Mapping } from '../graph.ts';
import { absent, expressionOf, readExpression } from './read-expression.ts';
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

type SourceReader = (reading: Reading, element: ModdleElement, target: string) => Mapping['source'];

/** What goes in without a source is null: so the element says that it is not given. */
const readInputSource: SourceReader = (reading, element, target) => {
  const source = readExpression(reading, element, 'source');
  if (source === null) report(reading, 'BPMN_MAPPING_SOURCE_NULL', element, { target });
  return source ?? expressionOf(reading, element, '= null');
};

const readOutputSource: SourceReader = (reading, element, target) => {
  const source = readExpression(reading, element, 'source');
  if (source === null) report(reading, 'BPMN_MAPPING_SOURCE_MISSING', element, { target });
  return source ?? absent;
};

/** `zeebe:ioMapping`: what goes into the element and what comes out. */
export const readMappings = (
  reading: Reading,
  element: ModdleElement,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } => {
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  if (mapping === null) return { inputs: [], outputs: [] };
  const read = (property: string, readSource: SourceReader): readonly Mapping[] =>
    elementsOf(mapping, property).map((parameter) => {
      const target = textOf(parameter, 'target') ?? '';
      return { source: readSource(reading, parameter, target), target: readTarget(reading, parameter, target) };
    });
  return { inputs: read('inputParameters', readInputSource), outputs: read('outputParameters', readOutputSource) };
};

/** An attribute that names a variable, such as `resultVariable`; reports a name that FEEL cannot read. */
export const readVariableName = (reading: Reading, element: ModdleElement, property: string): string | null => {
  const name = textOf(element, property)?.trim() ?? null;
  if (name !== null && !isVariableName(name)) report(reading, 'BPMN_MAPPING_TARGET_INVALID', element, { target: name });
  return name;
};
