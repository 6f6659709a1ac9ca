import type { ControlElement } from '@irisflow/forms';
import { targetOf } from '@irisflow/names';
import { useId, useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { useUsesElsewhere } from '../../workspace/names/name-tools.ts';
import { NameUses } from '../../workspace/names/NameUses.tsx';
import { fileOfForm } from '../edit/targets.ts';
import { useFormEditing } from '../editing.ts';
import { useElementWords } from '../use-element-words.ts';
import { fieldVariable, isVariableName, setFieldVariable } from '../edit/field-variable.ts';

interface VariableProps {
  readonly scope: string;
  readonly label: string;
  readonly variable: string;
}

/** Written here while nobody reads it, and given everywhere at once otherwise. */
const VariableName = ({ scope, label, variable }: VariableProps) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const target = targetOf.variable(variable);
  const path = fileOfForm(form);
  const uses = useUsesElsewhere([target], path);
  const isUsed = uses !== undefined && uses.length > 0 && typed === null;
  const isWrong = typed !== null && !isVariableName(typed);
  const change = (text: string): void => {
    setTyped(text);
    if (isVariableName(text)) edit(setFieldVariable(form, scope, text), `variable ${scope}`);
  };
  return (
    <>
      <label className="plain-field">
        <span className="plain-field__label">{t('form.variable')}</span>
        <span className="plain-field__hint" id={id}>
          {t(isWrong ? 'form.variableWrong' : isUsed ? 'forms.key.used' : 'form.variableHint')}
        </span>
        <input
          className="iris-input"
          value={typed ?? variable}
          readOnly={isUsed}
          aria-invalid={isWrong}
          aria-describedby={id}
          spellCheck={false}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
      </label>
      <NameUses label={label} target={target} path={path} uses={uses} canRename />
    </>
  );
};

/** Under which name the process reads the answer of a clerk: what a condition behind the task has to ask. */
export const FieldVariable = ({ control }: { control: ControlElement }) => {
  const { form, isTaskForm } = useFormEditing();
  const words = useElementWords(form);
  const variable = fieldVariable(form, control.scope);
  if (!isTaskForm || variable === null) return null;
  return <VariableName scope={control.scope} label={words.name(control)} variable={variable} />;
};
