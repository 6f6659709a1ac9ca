import type { FormDefinition } from '@irisflow/forms';
import { useId, useState } from 'react';
import { settingsPath, type ProcedureSettings } from '../../settings/procedure-file.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useDraftJson } from '../../workspace/use-draft-json.ts';
import { fieldVariable, isVariableName, setFieldVariable } from './field-variable.ts';

export interface FieldVariableProps {
  form: FormDefinition;
  scope: string;
  onChange: (form: FormDefinition) => void;
}

/** Whether a task of the procedure asks with this form. */
export const useIsTaskForm = (key: string): boolean => {
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  return reading.ok && Object.values(reading.value.tasks ?? {}).some(({ form }) => form === key);
};

/** Under which name the process reads the answer of a clerk: what a condition behind the task has to ask. */
export const FieldVariable = ({ form, scope, onChange }: FieldVariableProps) => {
  const t = useTexts();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const variable = fieldVariable(form, scope);
  if (!useIsTaskForm(form.key) || variable === null) return null;
  const isWrong = typed !== null && !isVariableName(typed);
  const change = (text: string): void => {
    setTyped(text);
    if (isVariableName(text)) onChange(setFieldVariable(form, scope, text));
  };
  return (
    <label className="plain-field">
      <span className="plain-field__label">{t('form.variable')}</span>
      <span className="plain-field__hint" id={id}>
        {isWrong ? t('form.variableWrong') : t('form.variableHint')}
      </span>
      <input
        value={typed ?? variable}
        aria-invalid={isWrong}
        aria-describedby={id}
        spellCheck={false}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
};
