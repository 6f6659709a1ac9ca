import type { ConnectorPage } from '@irisflow/client';
import type { ConnectorAnswer, PlayAct, Waiting } from '@irisflow/scenarios';
import { Button } from '@irisflow/ui';
import { useState, type SubmitEvent } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { AnswerFields, OutcomeChoice } from './AnswerFields.tsx';
import { KnownPicker } from './KnownPicker.tsx';
import { knownAnswers } from './known-answers.ts';
import type { ProcedureFacts } from './procedure-facts.ts';
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
