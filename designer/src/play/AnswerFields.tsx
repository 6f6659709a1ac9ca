import type { ConnectorPage } from '@irisflow/client';
import type { ConnectorAnswer, Values } from '@irisflow/scenarios';
import { RadioGroup } from '@irisflow/ui';
import { useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { GroupFields, ValueFields } from './ValueFields.tsx';
import type { ValueSchema } from './value-shape.ts';

const isGroup = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface AnswerProps {
  readonly schema: ValueSchema | undefined;
  readonly answer: ConnectorAnswer;
  readonly onChange: (answer: ConnectorAnswer) => void;
}

/** What it answers: its output, or what comes with its error. */
export const AnswerFields = ({ schema, answer, onChange }: AnswerProps) => {
  const t = useTexts();
  if ('error' in answer)
    return <GroupFields value={answer.with ?? {}} onChange={(next) => onChange({ error: answer.error, with: next })} />;
  return isGroup(answer.output) ? (
    <GroupFields value={answer.output} schema={schema} onChange={(output) => onChange({ output })} />
  ) : (
    <ValueFields
      label={t('play.answer')}
      value={answer.output}
      schema={schema}
      onChange={(output) => onChange({ output })}
    />
  );
};

interface OutcomeProps {
  readonly errors: ConnectorPage['errors'];
  readonly answer: ConnectorAnswer;
  readonly onChange: (code: string) => void;
}

export const OutcomeChoice = ({ errors, answer, onChange }: OutcomeProps) => {
  const t = useTexts();
  const id = useId();
  if (errors.length === 0 && !('error' in answer)) return null;
  const chosen = 'error' in answer ? answer.error : '';
  const known = errors.some(({ code }) => code === chosen) || chosen === '';
  return (
    <RadioGroup
      id={id}
      label={t('play.howAnswered')}
      value={chosen === '' ? 'output' : chosen}
      options={[
        { value: 'output', label: t('play.answered') },
        ...errors.map(({ code, meaning }) => ({ value: code, label: meaning })),
        ...(known ? [] : [{ value: chosen, label: chosen }]),
      ]}
      onChange={(next) => onChange(next === 'output' ? '' : next)}
    />
  );
};
