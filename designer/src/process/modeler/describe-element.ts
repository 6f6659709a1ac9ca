import type { Translate } from '../canvas-texts/translate.ts';
import type { FlowElement } from './neighbor.ts';

/** `bpmn:UserTask` is `User task`, the key under which the modeling libraries translate it. */
export const kindLabel = (type: string): string => {
  const words = type.replace(/^bpmn:/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  const sentence = words.charAt(0) + words.slice(1).toLowerCase();
  return sentence
    .replace(/sub process$/i, (words) => words.replace(' ', '-'))
    .replace(/^(Ad) hoc/, '$1-hoc')
    .replace(/^Event based/, 'Event-based');
};

/** One sentence about an element for someone who does not see the canvas. */
export const describeElement = (element: FlowElement, translate: Translate): string => {
  const kind = translate(kindLabel(element.type));
  const name = element.businessObject.name;
  const exits = element.outgoing?.length ?? 0;
  const exitText = exits > 1 ? `, ${translate('{count} ways out', { count: String(exits) })}` : '';
  return name === undefined || name === '' ? `${kind}${exitText}` : `${name}, ${kind}${exitText}`;
};
