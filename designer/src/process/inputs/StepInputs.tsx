import type Modeler from 'bpmn-js/lib/Modeler';
import type { NameIndex } from '@irisflow/names';
import { useMemo } from 'react';
import { useBlocks, useElementTemplates } from '../../api/procedures.ts';
import type { ObligationFile } from '../../obligations/obligation-file.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useDraft } from '../../workspace/draft-context.ts';
import { kindOfFile } from '../../workspace/file-kinds.ts';
import { parsedFile } from '../../workspace/name-choices.ts';
import { calledProcessOf } from '../modeler/called-process-of.ts';
import type { FlowElement } from '../modeler/neighbor.ts';
import type { ReadTemplate } from '../named/named-parts.ts';
import { writeInput } from '../named/write-part.ts';
import { useRevision } from '../use-revision.ts';
import { InputField } from './InputField.tsx';
import { readSource } from './input-source.ts';
import { useMessageChoices } from './use-message-choices.ts';
import { MESSAGE, stepInputs, type StepInput } from './step-inputs.ts';
import './inputs.css';

export interface StepInputsProps {
  readonly modeler: Modeler;
  readonly element: FlowElement;
  readonly index: NameIndex;
  /** Path of the process. */
  readonly file: string;
}

/** Steps of the ladders of all obligations of the draft. */
const useObligationSteps = (): StepInput['choices'] => {
  const { locale } = useTexts();
  const { files } = useDraft().state;
  return useMemo(() => {
    const steps = [...files.keys()]
      .filter((path) => kindOfFile(path) === 'obligation')
      .flatMap((path) => (parsedFile(files, path) as ObligationFile | null)?.sanctions ?? []);
    return [...new Map(steps.map(({ key, name }) => [key, name?.[locale] || key]))].map(([value, label]) => ({
      value,
      label,
    }));
  }, [files, locale]);
};

/** A message that no process here waits for is one of another procedure, and stays the text that it is. */
const isMessageHere = ({ source }: StepInput, sent: StepInput['choices']): boolean => {
  const said = readSource(source);
  return sent.length > 0 && (said.kind !== 'constant' || sent.some(({ value }) => value === said.value));
};

interface Lists {
  readonly steps: StepInput['choices'];
  readonly sent: StepInput['choices'];
}

const withChoices = (input: StepInput, { steps, sent }: Lists): StepInput => {
  if (input.kind === 'obligationStep') return { ...input, choices: steps };
  if (input.name === MESSAGE && isMessageHere(input, sent)) return { ...input, kind: 'message', choices: sent };
  return input;
};

/** What a step is told beside the things that it names, in words and out of lists. */
export const StepInputs = ({ modeler, element, index, file }: StepInputsProps) => {
  const t = useTexts();
  const revision = useRevision(modeler);
  const { data: blocks = [] } = useBlocks();
  const { data: templates = [] } = useElementTemplates(t.locale);
  const steps = useObligationSteps();
  const sent = useMessageChoices();
  const { id } = element;
  const knowledge = useMemo(() => index.at({ file, id }), [index, file, id]);
  const block = blocks.find((one) => one.id === calledProcessOf(element));
  // The model changes in place; its revision says when to read it again.
  const inputs =
    revision < 0
      ? []
      : stepInputs(element, { block, templates: templates as readonly ReadTemplate[], locale: t.locale });
  if (inputs.length === 0) return null;
  return (
    <section className="task-panel" aria-label={t('input.title')}>
      <h2 className="panel-title">{t('input.title')}</h2>
      {inputs.map((input) => (
        <InputField
          key={input.name}
          input={withChoices(input, { steps, sent })}
          knowledge={knowledge}
          onChange={(source) => writeInput(modeler, element, { target: input.name, source })}
        />
      ))}
    </section>
  );
};
