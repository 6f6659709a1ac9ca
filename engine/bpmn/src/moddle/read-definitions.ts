import { BpmnModdle } from 'bpmn-moddle';
import { firstTag, nearestId, readModel, tagOf, textOf } from '@irisflow/xml';
import type { ModdleElement, ModelReading, ModelType, ModelWarning } from '@irisflow/xml';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

import type { ProblemLog } from '../problem-log.ts';
import { escapeMarkup } from './escape-markup.ts';
import { playsPart, referencePlaysPart } from './plays-part.ts';
import { schemaGaps } from './schema-gaps.ts';

const definitions: ModelType = { model: new BpmnModdle({ zeebe, gaps: schemaGaps }), root: 'bpmn:Definitions' };

/** Prefixes of what is drawn, not run. */
const drawn = /^(?:bioc|color|bpmndi|di|dc):/;

/** Markup inside texts stops the reader, and is read as text when it does. */
const readTolerant = (xml: string): ModelReading => {
  const reading = readModel(xml, definitions);
  if (!reading.warnings.some(({ kind }) => kind === 'element' || kind === 'content')) return reading;
  const escaped = escapeMarkup(xml);
  return escaped === xml ? reading : readModel(escaped, definitions);
};

interface QualifiedName {
  readonly id: string;
  /** Whether the name is one of this file; names of other files and languages have another namespace. */
  readonly isOwn: boolean;
}

/** A reference whose prefix is declared for the file; null for all others. */
const qualifiedName = (root: ModdleElement | null, reference: string): QualifiedName | null => {
  const [, prefix, id] = /^([^:]+):([^:]+)$/.exec(reference) ?? [];
  if (root === null || prefix === undefined || id === undefined) return null;
  const namespace = textOf(root, `xmlns:${prefix}`);
  return namespace === null ? null : { id, isOwn: namespace === textOf(root, 'targetNamespace') };
};

const point = (element: ModdleElement, property: string, target: ModdleElement): void => {
  const values = element.get(property);
  if (Array.isArray(values)) values.push(target);
  else element.set(property, target);
};

/** Elements of a diagram may be without any id around them. */
const subjectOf = (element: ModdleElement): { readonly id: string } => ({ id: nearestId(element) ?? tagOf(element) });

const readReference = (log: ProblemLog, reading: ModelReading, element: ModdleElement, warning: ModelWarning): void => {
  const { found: reference, property } = warning;
  const name = qualifiedName(reading.root, reference);
  const target = name?.isOwn === true ? reading.elementById(name.id) : null;
  if (target !== null) {
    point(element, property, target);
    return;
  }
  const subject = { ...subjectOf(element), reference, property };
  if (referencePlaysPart(element, property)) log.report('BPMN_REFERENCE_UNRESOLVED', element, subject);
  else if (name?.isOwn !== false) log.report('BPMN_REFERENCE_IGNORED', element, subject);
};

const reportAttribute = (log: ProblemLog, element: ModdleElement, { found: attribute }: ModelWarning) => {
  const isDrawn = drawn.test(attribute) || !playsPart(element);
  const code = isDrawn ? 'BPMN_ATTRIBUTE_IGNORED' : 'BPMN_ATTRIBUTE_UNKNOWN';
  log.report(code, element, { ...subjectOf(element), attribute });
};

const reportWarning = (log: ProblemLog, reading: ModelReading, warning: ModelWarning): void => {
  const { kind, found, element, position } = warning;
  switch (kind) {
    case 'reference':
      if (element !== null) readReference(log, reading, element, warning);
      return;
    case 'attribute':
      if (element !== null) reportAttribute(log, element, warning);
      return;
    case 'element':
      log.reportAt('BPMN_ELEMENT_UNKNOWN', position, { element: found });
      return;
    case 'id':
      log.reportAt('BPMN_ID_INVALID', position, { id: found });
      return;
    case 'content':
      log.reportAt('BPMN_DOCUMENT_UNREADABLE', position, { found });
  }
};

/**
 * Reads the text as `bpmn:Definitions`; null when there is nothing to compile.
 * Whatever the meta-model does not know is a problem: the reader would drop it silently and the rest would run.
 */
export const readDefinitions = (xml: string, log: ProblemLog): ModdleElement | null => {
  const reading = readTolerant(xml);
  for (const warning of reading.warnings) reportWarning(log, reading, warning);
  if (reading.root === null && log.problems.length === 0) {
    log.report('BPMN_DOCUMENT_UNREADABLE', null, { found: firstTag(xml.replace(/<!--.*?-->/gs, '')) });
  }
  return reading.root;
};
