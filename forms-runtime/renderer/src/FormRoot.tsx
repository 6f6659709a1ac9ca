import type { FieldError } from '@irisflow/forms';
import { useMemo, type ReactNode } from 'react';
import { errorText, type ErrorText } from './error-text.ts';
import { FormScopeProvider, type FormScope } from './form-scope.ts';
import { useRendererText } from './i18n/renderer-messages.ts';
import { widgets } from './widgets/registry.ts';
import { WidgetsProvider } from './widgets/widget-props.ts';
import type { FormProps, FormState } from './use-form-state.ts';

const NOTHING = {};

/** Errors written in the form's language. */
export const useErrorTexts = (state: FormState, errors: readonly FieldError[]): readonly ErrorText[] => {
  const t = useRendererText();
  const { compiled, locale, settled } = state;
  const { data } = settled;
  return useMemo(
    () => errors.map((error) => errorText(error, { compiled, locale, t, data })),
    [errors, compiled, locale, t, data],
  );
};

export interface FormRootProps {
  readonly props: Omit<FormProps, 'data' | 'onChange' | 'form'>;
  readonly state: FormState;
  readonly errors: readonly ErrorText[];
  readonly children: ReactNode;
}

/** Gives the controls below it the form they belong to. */
export const FormRoot = ({ props, state, errors, children }: FormRootProps) => {
  const { prefilled = NOTHING, sourceNames = NOTHING, uploads, onSignalError, renderAid, masked } = props;
  const { compiled, locale, audience, today, change } = state;
  const scope = useMemo<FormScope>(
    () => ({
      compiled,
      locale,
      audience,
      today,
      change,
      prefilled,
      sourceNames,
      errors: new Map(errors.map(({ pointer, text }) => [pointer, text])),
      ...(uploads && { uploads }),
      ...(onSignalError && { onSignalError }),
      ...(renderAid && { renderAid }),
      ...(masked && { masked }),
    }),
    [
      compiled,
      locale,
      audience,
      today,
      change,
      prefilled,
      sourceNames,
      errors,
      uploads,
      onSignalError,
      renderAid,
      masked,
    ],
  );
  return (
    <FormScopeProvider value={scope}>
      <WidgetsProvider value={widgets}>{children}</WidgetsProvider>
    </FormScopeProvider>
  );
};
