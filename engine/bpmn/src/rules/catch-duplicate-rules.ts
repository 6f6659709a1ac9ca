import type { EventDefinition, ExecutableElement } from '../graph.ts';
import { elementAt, expressionText } from '../graph-access.ts';
import type { Rule, RuleSubject } from './rule.ts';

/** What two catchers must not share: a name or code, or null for "everything". */
const caught = (event: EventDefinition): { readonly name: string | null } | null => {
  if (event.kind === 'message') return { name: expressionText(event.message.name) };
  if (event.kind === 'signal') return { name: expressionText(event.name) };
  if (event.kind === 'error' || event.kind === 'escalation') {
    return { name: event.code === null ? null : expressionText(event.code) };
  }
  return null;
};

const reportDuplicates = ({ process, report }: RuleSubject, catchers: readonly number[], at: string): void => {
  const seen = new Set<string>();
  for (const index of catchers) {
    const catcher = elementAt(process, index);
    if (!('event' in catcher)) continue;
    const found = caught(catcher.event);
    if (found === null) continue;
    const { kind } = catcher.event;
    const identity = JSON.stringify([kind, found.name]);
    if (seen.has(identity)) {
      if (found.name === null) report('BPMN_CATCH_ALL_DUPLICATE', catcher.id, { kind, at });
      else report('BPMN_CATCH_DUPLICATE', catcher.id, { kind, name: found.name, at });
    }
    seen.add(identity);
  }
};

const startsOfEventSubProcesses = ({ process }: RuleSubject, element: ExecutableElement): readonly number[] => {
  if (!('eventSubProcesses' in element)) return [];
  return element.eventSubProcesses.map((index) => {
    const eventSubProcess = elementAt(process, index);
    return eventSubProcess.kind === 'eventSubProcess' ? eventSubProcess.startEvent : index;
  });
};

/** Of two catchers of the same thing in the same place, nobody could say which one catches. */
const duplicates: Rule = (subject) => {
  for (const element of subject.process.elements) {
    if ('boundaryEvents' in element) reportDuplicates(subject, element.boundaryEvents, element.id);
    reportDuplicates(subject, startsOfEventSubProcesses(subject, element), element.id);
  }
};

export const catchDuplicateRules: readonly Rule[] = [duplicates];
