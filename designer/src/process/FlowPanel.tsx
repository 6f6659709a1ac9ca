import type Modeler from 'bpmn-js/lib/Modeler';
import type { NameIndex } from '@irisflow/names';
import { useMemo } from 'react';
import { namesInWords } from '../conditions/choices-of-names.ts';
import { FeelCondition } from '../conditions/FeelCondition.tsx';
import { FeelField } from '../feel/FeelField.tsx';
import { useSample } from '../names/use-sample.ts';
import { useTexts } from '../texts/use-texts.ts';
import { conditionOf, isDefaultFlow, setCondition, setDefault } from './flow-condition.ts';
import type { FlowElement } from './modeler/neighbor.ts';

export interface FlowPanelProps {
  modeler: Modeler;
  /** A sequence flow. */
  element: FlowElement;
  index: NameIndex;
  /** Path of the process. */
  file: string;
}

/** When the process takes a flow: its condition in words, or that it is the way when no other one is taken. */
export const FlowPanel = ({ modeler, element, index, file }: FlowPanelProps) => {
  const t = useTexts();
  const { id } = element;
  const knowledge = useMemo(() => index.at({ file, id }), [index, file, id]);
  const names = useMemo(() => namesInWords(knowledge, t.locale), [knowledge, t.locale]);
  const sample = useSample(knowledge);
  const isDefault = isDefaultFlow(element);
  const feel = conditionOf(element);
  return (
    <section className="task-panel" aria-label={t('flow.title')}>
      <h2 className="panel-title">{t('flow.title')}</h2>
      <label className="flow-panel__default">
        <input
          type="checkbox"
          checked={isDefault}
          onChange={(event) => setDefault(modeler, element, event.currentTarget.checked)}
        />
        {t('flow.default')}
      </label>
      {!isDefault && (
        <FeelCondition
          label={t('flow.condition')}
          value={feel}
          names={names}
          onChange={(next) => setCondition(modeler, element, next)}
          feelField={
            <FeelField
              label={t('flow.condition')}
              value={feel}
              knowledge={knowledge}
              sample={sample}
              onChange={(next) => setCondition(modeler, element, next)}
            />
          }
        />
      )}
    </section>
  );
};
