import type { Expression, StartEventElement } from '../graph.ts';
import { elementAt, expressionText } from '../graph-access.ts';
import type { BpmnProblemCode } from '../problem-codes.ts';
import { evaluatesWithoutVariables } from './constant-expression.ts';
import type { Rule, RuleSubject } from './rule.ts';

const startEventsOf = ({ process }: RuleSubject): readonly StartEventElement[] =>
  process.startEvents
    .map((index) => elementAt(process, index))
    .filter((element): element is StartEventElement => element.kind === 'startEvent');

/** A process begins somewhere, and a plain start in one place only. */
const startCount: Rule = (subject) => {
  const starts = startEventsOf(subject);
  const { process, report } = subject;
  if (starts.length === 0) report('BPMN_START_EVENT_MISSING', process.id);
  const [, second] = starts.filter(({ event }) => event.kind === 'none');
  if (second !== undefined) report('BPMN_START_EVENT_NONE_MULTIPLE', second.id);
};

const reportRepeated = (
  { report }: RuleSubject,
  named: readonly { readonly id: string; readonly name: Expression }[],
  code: BpmnProblemCode,
): void => {
  const seen = new Set<string>();
  for (const { id, name } of named) {
    const text = expressionText(name);
    if (seen.has(text)) report(code, id, { name: text });
    seen.add(text);
  }
};

/** Nobody is there yet to say which of two equal triggers was meant, or what a variable in its name holds. */
const startNames: Rule = (subject) => {
  const starts = startEventsOf(subject);
  const messages = starts.flatMap(({ id, event }) =>
    event.kind === 'message' ? { id, name: event.message.name } : [],
  );
  const signals = starts.flatMap(({ id, event }) => (event.kind === 'signal' ? { id, name: event.name } : []));
  reportRepeated(subject, messages, 'BPMN_START_MESSAGE_DUPLICATE');
  reportRepeated(subject, signals, 'BPMN_START_SIGNAL_DUPLICATE');
  for (const { id, name } of [...messages, ...signals]) {
    if (!evaluatesWithoutVariables(name, 'string')) {
      subject.report('BPMN_START_NAME_NOT_CONSTANT', id, { name: expressionText(name) });
    }
  }
};

/** The timer of a start event runs from the deployment, when there are no variables. */
const startTimers: Rule = (subject) => {
  for (const { id, event } of startEventsOf(subject)) {
    if (event.kind === 'timer' && !evaluatesWithoutVariables(event.timer.value, 'any')) {
      subject.report('BPMN_START_TIMER_NOT_CONSTANT', id, { found: expressionText(event.timer.value) });
    }
  }
};

export const startEventRules: readonly Rule[] = [startCount, startNames, startTimers];
