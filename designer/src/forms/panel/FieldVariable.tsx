import type { ControlElement } from '@irisflow/forms';
import { useId, useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { useFormEditing } from '../editing.ts';
import { fieldVariable, isVariableName, setFieldVariable } from '../edit/field-variable.ts';

/** Under which name the process reads the answer of a clerk: what a condition behind the task has to ask. */
export const FieldVariable = ({ control: { scope } }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, isTaskForm, edit } = useFormEditing();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const variable = fieldVariable(form, scope);
  if (!isTaskForm || variable === null) return null;
  const isWrong = typed !== null && !isVariableName(typed);
  const change = (text: string): void => {
    setTyped(text);
    if (isVariableName(text)) edit(setFieldVariable(form, scope, text), `variable ${scope}`);
  };
  return (
    <label className="plain-field">
      <span className="plain-field__label">{t('form.variable')}</span>
      <span className="plain-field__hint" id={id}>
        {isWrong ? t('form.variableWrong') : t('form.variableHint')}
      </span>
      <input
        className="iris-input"
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
