import { formText, type FieldError, type FormData } from '@irisflow/forms';
import { Button } from '@irisflow/ui';
import type { ReactNode, SubmitEvent } from 'react';
import { FormErrors } from './FormWizard.tsx';
import { FormRoot, useErrorTexts } from './FormRoot.tsx';
import { FormSection } from './FormSection.tsx';
import { useRendererText } from './i18n/renderer-messages.ts';
import { useFormState, type FormProps } from './use-form-state.ts';
import { useShownErrors } from './use-shown-errors.ts';

export interface TaskFormProps extends FormProps {
  /** Receives settled and valid data. */
  readonly onComplete: (data: FormData) => void;
  /** When given, unfinished work can be kept. */
  readonly onSave?: (data: FormData) => void;
  /** Text of the completing button. */
  readonly completeText?: string;
  /** What is asked beside the form, before its buttons. */
  readonly children?: ReactNode;
  /** Further buttons beside it. */
  readonly actions?: ReactNode;
}

const NO_ERRORS: readonly FieldError[] = [];

/** A form on one screen, for an agent's task: every page below the other. */
export const TaskForm = (props: TaskFormProps) => {
  const { data, onComplete, onSave, completeText, children, actions, busy = false, serverErrors = NO_ERRORS } = props;
  const t = useRendererText();
  const state = useFormState({ audience: 'agent', ...props });
  const { compiled, settled, locale } = state;
  const shown = useShownErrors(state.errors);
  const errors = useErrorTexts(state, [...shown.errors, ...serverErrors]);
  const pages = compiled.pages.filter((page) => settled.visible.has(page.id));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy) return;
    if (state.errors.length === 0) onComplete(settled.data);
    else shown.show(state.errors);
  };
  return (
    <FormRoot props={props} state={state} errors={errors}>
      <form noValidate className="iris-stack iris-stack--loose" onSubmit={submit}>
        <FormErrors errors={errors} attempt={shown.attempt} />
        {pages.map((page) => (
          <section key={page.id} className="iris-stack" aria-labelledby={`page-${page.id}`}>
            <h2 id={`page-${page.id}`}>{formText(compiled.form, locale, `${page.i18n}.label`)}</h2>
            <FormSection page={page} settled={settled} data={data} />
          </section>
        ))}
        {children}
        <div className="iris-form-actions">
          <Button type="submit" busy={busy}>
            {completeText ?? t('task.complete')}
          </Button>
          {onSave !== undefined && (
            <Button tone="secondary" busy={busy} onClick={() => onSave(data)}>
              {t('task.save')}
            </Button>
          )}
          {actions}
        </div>
      </form>
    </FormRoot>
  );
};
