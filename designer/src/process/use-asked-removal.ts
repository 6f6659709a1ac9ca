import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useMemo } from 'react';
import { useLatest } from '../app/use-latest.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useNameTools } from '../workspace/names/name-tools.ts';
import { createTranslate } from './canvas-texts/translate.ts';
import { goingAlong, type AskedRemoval, type MayRemove } from './modeler/asked-removal.ts';
import { kindLabel } from './modeler/describe-element.ts';
import type { FlowElement } from './modeler/neighbor.ts';

/** Nobody outside of a drawing names what only decorates or connects it. */
const neverNamed =
  /^(label|bpmn:(SequenceFlow|MessageFlow|Association|TextAnnotation|Group|DataObjectReference|DataStoreReference))$/;

/** Whoever takes steps off a canvas that others name reads first who does. */
export const useAskedRemoval = (modeler: Modeler | null, file: string): void => {
  const t = useTexts();
  const tools = useNameTools();
  const translate = useMemo(() => createTranslate(t.locale), [t.locale]);
  const nameOf = ({ type, businessObject: { name = '' } }: FlowElement): string =>
    name === '' ? translate(kindLabel(type)) : name;
  const mayRemove = useLatest<Parameters<MayRemove>, Promise<boolean>>(async (elements) => {
    const [first, ...more] = elements;
    if (modeler === null || tools === null || first === undefined) return true;
    if (elements.every(({ type, labelTarget }) => labelTarget !== undefined || neverNamed.test(type))) return true;
    const ids = goingAlong(elements, modeler.get('elementRegistry'));
    const name = more.length === 0 ? nameOf(first) : t.plural('usages.steps', elements.length);
    return tools.mayRemove({ name, question: { kind: 'steps', steps: { file, ids } }, path: '' });
  });
  useEffect(() => modeler?.get<AskedRemoval>('askedRemoval').askWith(mayRemove), [modeler, mayRemove]);
};
