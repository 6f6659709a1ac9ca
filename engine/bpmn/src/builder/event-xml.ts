import { extension, extensionElements } from './extensions.ts';
import { errorId, escalationId, messageId, signalId } from './model-draft.ts';
import type { ModelDraft } from './model-draft.ts';
import type { EventOptions } from './options.ts';
import { xmlNode } from './xml-node.ts';
import type { XmlNode } from './xml-node.ts';

type With<K extends string> = Extract<EventOptions, Readonly<Record<K, unknown>>>;

const timerXml = ({ timer }: With<'timer'>): XmlNode => {
  const [tag, value] =
    'date' in timer
      ? ['timeDate', timer.date]
      : 'duration' in timer
        ? ['timeDuration', timer.duration]
        : ['timeCycle', timer.cycle];
  return xmlNode('bpmn:timerEventDefinition', {}, [xmlNode(`bpmn:${tag}`, {}, [value])]);
};

const conditionXml = ({ condition, variableNames, variableEvents }: With<'condition'>): XmlNode => {
  const filter = { variableNames: variableNames?.join(', '), variableEvents: variableEvents?.join(', ') };
  return xmlNode('bpmn:conditionalEventDefinition', {}, [
    ...extensionElements(extension('zeebe:conditionalFilter', filter)),
    xmlNode('bpmn:condition', { 'xsi:type': 'bpmn:tFormalExpression' }, [condition]),
  ]);
};

const codedXml = (draft: ModelDraft, event: With<'error'> | With<'escalation'>): XmlNode => {
  if ('error' in event) {
    const errorRef = event.error === null ? undefined : errorId(draft, event.error);
    return xmlNode('bpmn:errorEventDefinition', { errorRef });
  }
  const escalationRef = event.escalation === null ? undefined : escalationId(draft, event.escalation);
  return xmlNode('bpmn:escalationEventDefinition', { escalationRef });
};

/** The event definition of an event, as BPMN writes it. */
export const eventXml = (draft: ModelDraft, event: EventOptions): XmlNode => {
  if ('message' in event) return xmlNode('bpmn:messageEventDefinition', { messageRef: messageId(draft, event) });
  if ('timer' in event) return timerXml(event);
  if ('signal' in event) return xmlNode('bpmn:signalEventDefinition', { signalRef: signalId(draft, event.signal) });
  if ('error' in event || 'escalation' in event) return codedXml(draft, event);
  if ('compensation' in event) {
    return xmlNode('bpmn:compensateEventDefinition', { activityRef: event.compensation ?? undefined });
  }
  if ('link' in event) return xmlNode('bpmn:linkEventDefinition', { name: event.link });
  if ('condition' in event) return conditionXml(event);
  return xmlNode('bpmn:terminateEventDefinition');
};
