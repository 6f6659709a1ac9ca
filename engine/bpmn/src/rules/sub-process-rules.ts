import type { ElementKind, ExecutableElement } from '../graph.ts';
import { elementAt } from '../graph-access.ts';
import type { Rule, RuleSubject } from './rule.ts';

const childrenOf = ({ process }: RuleSubject, children: readonly number[]): readonly ExecutableElement[] =>
  children.map((index) => elementAt(process, index));

/** An embedded sub-process has one way in. */
const embeddedStart: Rule = (subject) => {
  for (const element of subject.process.elements) {
    if (element.kind !== 'subProcess') continue;
    const starts = childrenOf(subject, element.children).filter(({ kind }) => kind === 'startEvent');
    if (starts.length !== 1) subject.report('BPMN_SUB_PROCESS_START', element.id, { found: starts.length });
  }
};

/** An event sub-process is entered by its event alone. */
const eventSubProcessFlows: Rule = ({ process, report }) => {
  for (const { kind, id, incoming, outgoing } of process.elements) {
    if (kind === 'eventSubProcess' && incoming.length + outgoing.length > 0) report('BPMN_EVENT_SUB_PROCESS_FLOWS', id);
  }
};

const startsByItself: ReadonlySet<ElementKind> = new Set<ElementKind>(['startEvent', 'endEvent']);
const notActivatable: ReadonlySet<ElementKind> = new Set<ElementKind>([
  'startEvent',
  'endEvent',
  'boundaryEvent',
  'eventSubProcess',
]);

/** What is inside an ad-hoc sub-process is chosen, not flowed through from a start to an end. */
const adHocContent: Rule = (subject) => {
  for (const element of subject.process.elements) {
    if (element.kind !== 'adHocSubProcess') continue;
    const children = childrenOf(subject, element.children);
    if (children.every(({ kind }) => notActivatable.has(kind))) subject.report('BPMN_AD_HOC_EMPTY', element.id);
    for (const { kind, id } of children) {
      if (startsByItself.has(kind)) subject.report('BPMN_AD_HOC_START_OR_END', id);
    }
  }
};

export const subProcessRules: readonly Rule[] = [embeddedStart, eventSubProcessFlows, adHocContent];
