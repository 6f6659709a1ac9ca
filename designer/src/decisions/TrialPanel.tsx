import type { DecisionTrial } from '@irisflow/client';
import { Button, Notice, TextArea } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { tryDecision } from '../api/trials.ts';
import { PlainField } from '../app/PlainField.tsx';
import { Failure } from '../app/Failure.tsx';
import { TechnicalDetail } from '../app/TechnicalDetail.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { trialInputs, type DecisionFacts, type TrialInput } from './read-decisions.ts';
import { isGivenByName, trialVariables } from './trial-values.ts';

export interface TrialPanelProps {
  xml: string;
  decisions: readonly DecisionFacts[];
  decisionId: string;
  onTrial: (trial: DecisionTrial | null) => void;
}

interface InputFieldProps {
  input: TrialInput;
  text: string;
  onChange: (text: string) => void;
}

const InputField = ({ input, text, onChange }: InputFieldProps) => {
  const t = useTexts();
  const hint = input.label === input.expression ? input.typeRef : `${input.expression} · ${input.typeRef}`;
  return (
    <PlainField label={input.label} hint={hint}>
      {input.typeRef === 'boolean' ? (
        <select className="iris-input" value={text} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{t('trial.empty')}</option>
          <option value="true">{t('trial.yes')}</option>
          <option value="false">{t('trial.no')}</option>
        </select>
      ) : (
        <input className="iris-input" value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
    </PlainField>
  );
};

const parseMore = (text: string): Record<string, unknown> | null => {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
};

const Outcome = ({ trial }: { trial: DecisionTrial }) => {
  const t = useTexts();
  if (!trial.ok)
    return (
      <Notice tone="danger" title={t('trial.failed')} live>
        {trial.failure !== null && <TechnicalDetail detail={trial.failure} />}
      </Notice>
    );
  return (
    <div className="trial__outcome" aria-live="polite">
      <h3>{t('trial.result')}</h3>
      <pre>{JSON.stringify(trial.output, null, 2)}</pre>
      <ul>
        {trial.decisions.map((decision) => (
          <li key={decision.decisionId}>
            <strong>{decision.decisionName}</strong>:{' '}
            {decision.matchedRules.length === 0
              ? t('trial.noRule')
              : t('trial.rules', { rules: decision.matchedRules.map((rule) => rule.index).join(', ') })}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Evaluates a decision with typed values; the platform answers with its own evaluator. */
export const TrialPanel = ({ xml, decisions, decisionId, onTrial }: TrialPanelProps) => {
  const t = useTexts();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [more, setMore] = useState('');
  const inputs = trialInputs(decisions, decisionId);
  const named = inputs.filter(isGivenByName);
  const variables = parseMore(more);
  const trial = useMutation({ mutationFn: tryDecision, onSuccess: onTrial, onError: () => onTrial(null) });

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (variables === null) return;
    const entries = named.map((input) => ({ input, text: texts[input.expression] ?? '' }));
    trial.mutate({ xml, decisionId, variables: trialVariables(entries, variables) });
  };

  return (
    <section className="trial" aria-label={t('trial.title')}>
      <h2 className="panel-title">{t('trial.title')}</h2>
      <form className="iris-stack iris-stack--tight" noValidate onSubmit={submit}>
        {named.map((input) => (
          <InputField
            key={input.expression}
            input={input}
            text={texts[input.expression] ?? ''}
            onChange={(text) => setTexts({ ...texts, [input.expression]: text })}
          />
        ))}
        <details open={named.length < inputs.length}>
          <summary>{t('trial.more')}</summary>
          <TextArea
            id="trial-more"
            label={t('trial.json')}
            hint={t('trial.jsonHint')}
            optional
            rows={4}
            value={more}
            onChange={setMore}
            error={variables === null ? t('trial.jsonInvalid') : undefined}
          />
        </details>
        <Button type="submit" size="small" busy={trial.isPending}>
          {t('trial.run')}
        </Button>
      </form>
      {trial.isError && <Failure error={trial.error} />}
      {trial.isSuccess && <Outcome trial={trial.data} />}
    </section>
  );
};
