import type { CaseView } from '@irisflow/client';
import { useLocale } from '@irisflow/ui';
import type { FormDefinition } from '@irisflow/forms';
import { FormView, prefilledOf, sourceNamesOf, todayInBrussels } from '@irisflow/renderer';

/** The answers of a case. The day of submission counts: rules about dates ran on that day. */
export const SubmittedForm = ({ view }: { readonly view: CaseView }) => (
  <FormView
    form={view.form as FormDefinition}
    data={view.data}
    audience="applicant"
    prefilled={prefilledOf(view.prefill)}
    sourceNames={sourceNamesOf(view.prefill, useLocale())}
    today={todayInBrussels(new Date(view.submittedAt))}
  />
);
