import type { ConnectorPage } from '@irisflow/client';
import type { ConnectorAnswer, PlayAct, Values, Waiting } from '@irisflow/scenarios';
import { Button, RadioGroup } from '@irisflow/ui';
import { useId, useState, type SubmitEvent } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { KnownPicker } from './KnownPicker.tsx';
import { knownAnswers } from './known-answers.ts';
import type { ProcedureFacts } from './procedure-facts.ts';
import { GroupFields, ValueFields } from './ValueFields.tsx';
import { blankOf, humanName, type ValueSchema } from './value-shape.ts';
import { ValueText } from './ValueText.tsx';

type Asked = Extract<Waiting, { kind: 'connector' }>;

export interface ConnectorCardProps {
  readonly asked: Asked;
  readonly page: ConnectorPage | undefined;
  readonly facts: ProcedureFacts;
  readonly onTake: (act: PlayAct) => void;
}

const firstAnswer = (known: ReturnType<typeof knownAnswers>, schema: ValueSchema | undefined): ConnectorAnswer =>
  known[0]?.value ?? { output: blankOf(schema) ?? {} };

const isGroup = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface AnswerProps {
  readonly schema: ValueSchema | undefined;
  readonly answer: ConnectorAnswer;
  readonly onChange: (answer: ConnectorAnswer) => void;
}

/** What it answers: its output, or what comes with its error. */
const AnswerFields = ({ schema, answer, onChange }: AnswerProps) => {
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

const OutcomeChoice = ({ errors, answer, onChange }: OutcomeProps) => {
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

/** What a connector was asked, and what somebody says that it answers: fields, never JSON. */
export const ConnectorCard = ({ asked, page, facts, onTake }: ConnectorCardProps) => {
  const t = useTexts();
  const schema = (page?.output ?? undefined) as ValueSchema | undefined;
  const known = knownAnswers(facts, asked.elementId);
  const [answer, setAnswer] = useState<ConnectorAnswer>(() => firstAnswer(known, schema));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onTake({ kind: 'answer', elementId: asked.elementId, answer });
  };
  const change = (code: string): void =>
    setAnswer(code === '' ? { output: 'output' in answer ? answer.output : (blankOf(schema) ?? {}) } : { error: code });
  return (
    <form className="iris-stack iris-stack--tight" noValidate onSubmit={submit}>
      <p>{t('play.connectorAsks', { connector: page?.title ?? humanName(asked.type) })}</p>
      {Object.keys(asked.inputs).length > 0 && (
        <details>
          <summary>{t('play.question')}</summary>
          <ValueText value={asked.inputs} />
        </details>
      )}
      <KnownPicker known={known} onPick={setAnswer} />
      <OutcomeChoice errors={page?.errors ?? []} answer={answer} onChange={change} />
      <AnswerFields schema={schema} answer={answer} onChange={setAnswer} />
      <div>
        <Button type="submit">{t('play.giveAnswer')}</Button>
      </div>
    </form>
  );
};
