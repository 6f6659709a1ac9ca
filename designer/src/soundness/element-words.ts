import type Modeler from 'bpmn-js/lib/Modeler';
import type { Locale } from '@irisflow/client';
import { createTranslate } from '../process/canvas-texts/translate.ts';
import { kindLabel } from '../process/modeler/describe-element.ts';
import type { FlowElement } from '../process/modeler/neighbor.ts';

/** What people call an element: its name; without one its kind. A flow without name is called after where it leads. */
export const elementWords = (modeler: Modeler, locale: Locale): ((id: string) => string) => {
  const registry = modeler.get<{ get(id: string): FlowElement | undefined }>('elementRegistry');
  const translate = createTranslate(locale);
  const wordsOf = (element: FlowElement): string => {
    const name = element.businessObject.name?.replaceAll(/\s+/g, ' ').trim() ?? '';
    if (name !== '') return name;
    return element.target === undefined ? translate(kindLabel(element.type)) : wordsOf(element.target);
  };
  return (id) => {
    const element = registry.get(id);
    return element === undefined ? id : wordsOf(element);
  };
};
