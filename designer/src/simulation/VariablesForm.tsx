import { Button } from '@irisflow/ui';
import type { Values } from '@irisflow/core/testing';
import { useId, useState, type SubmitEvent } from 'react';
import { useTexts } from '../texts/use-texts.ts';

export interface VariablesFormProps {
  label: string;
  /** What stands in the field at first. */
  sample: Values;
  action: string;
  rows: number;
  onSubmit: (variables: Values) => void;
}

const parse = (text: string): Values | null => {
  try {
    const value: unknown = JSON.parse(text.trim() === '' ? '{}' : text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : null;
  } catch {
    return null;
  }
};

/** Variables as JSON and the button that sends them. */
export const VariablesForm = ({ label, sample, action, rows, onSubmit }: VariablesFormProps) => {
  const t = useTexts();
  const id = useId();
  const [text, setText] = useState(() => JSON.stringify(sample, null, 2));
  const variables = parse(text);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (variables !== null) onSubmit(variables);
  };
  return (
    <form className="variables-form" noValidate onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="iris-input"
        rows={rows}
        spellCheck={false}
        aria-invalid={variables === null || undefined}
        aria-describedby={variables === null ? `${id}-error` : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {variables === null && (
        <p id={`${id}-error`} className="iris-field__error">
          {t('trial.jsonInvalid')}
        </p>
      )}
      <Button type="submit" size="small" disabled={variables === null}>
        {action}
      </Button>
    </form>
  );
};
