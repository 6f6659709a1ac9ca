import { BpmnModdle } from 'bpmn-moddle';
import { Reader } from 'moddle-xml';
import type { ReaderWarning } from 'moddle-xml';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

import type { ProblemLog } from '../problem-log.ts';
import type { ModdleElement } from './moddle-element.ts';

const model = new BpmnModdle({ zeebe });

const placeOf = (message: string): { line: number; column: number } => {
  const line = /line: (\d+)/.exec(message)?.[1];
  const column = /column: (\d+)/.exec(message)?.[1];
  // The reader counts from 0.
  return { line: Number(line ?? 0) + 1, column: Number(column ?? 0) + 1 };
};

/** The first tag in a text without its attributes, or else the text on one line. */
const firstTag = (text: string): string => {
  const name = /<([^\s!?/>]+)/.exec(text)?.[1];
  return name === undefined ? text.replace(/\s+/g, ' ') : `<${name}>`;
};

const reportWarning = (log: ProblemLog, { message, element, property, value }: ReaderWarning): void => {
  const attribute = /unknown attribute <(.+)>/.exec(message)?.[1];
  if (element !== undefined && attribute !== undefined) {
    log.report('BPMN_ATTRIBUTE_UNKNOWN', element, { attribute });
    return;
  }
  if (element !== undefined) {
    const reference = value ?? '';
    log.report('BPMN_REFERENCE_UNRESOLVED', element, { reference, property: property?.replace(/^\w+:/, '') ?? '' });
    return;
  }
  const at = placeOf(message);
  const unknown = /(?:unknown type|unrecognized element) <(.+)>/.exec(message)?.[1];
  const id = /illegal.* ID <(.+)>/i.exec(message)?.[1];
  if (unknown !== undefined) log.reportAt('BPMN_ELEMENT_UNKNOWN', at, { element: unknown });
  else if (id !== undefined) log.reportAt('BPMN_ID_INVALID', at, { id });
  else log.reportAt('BPMN_DOCUMENT_UNREADABLE', at, { found: firstTag(message) });
};

/**
 * Reads the text as `bpmn:Definitions`; null when there is nothing to compile.
 * Whatever the meta-model does not know is a problem: the reader would drop it silently and the rest would run.
 */
export const readDefinitions = (xml: string, log: ProblemLog): ModdleElement | null => {
  const reader = new Reader({ model, lax: true });
  const rootHandler = reader.handler('bpmn:Definitions');
  // The reader works synchronously and only wraps its answer in a promise; the handler holds the same answer at once,
  // which spares every caller (the deciding core, the designer's canvas) an await.
  reader.fromXML(xml, { rootHandler }).catch(() => undefined);
  for (const warning of rootHandler.context?.warnings ?? []) reportWarning(log, warning);
  const root = rootHandler.element ?? null;
  if (root === null && log.problems.length === 0) {
    log.report('BPMN_DOCUMENT_UNREADABLE', null, { found: firstTag(xml.replace(/<!--.*?-->/gs, '')) });
  }
  return root;
};
