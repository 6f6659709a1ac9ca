import { formText, optionalText, type CompiledPage, type FieldError, type FormData } from '@irisflow/forms';
import { Button, ErrorSummary, focusTarget, PageHeading, StepIndicator, useTitlePlace, type Step } from '@irisflow/ui';
import { useEffect, useRef, type SubmitEvent } from 'react';
import { DraftStatus } from './DraftStatus.tsx';
import type { ErrorText } from './error-text.ts';
import { fieldId } from './form-scope.ts';
import { FormRoot, useErrorTexts } from './FormRoot.tsx';
import { FormSection } from './FormSection.tsx';
import { PageView } from './FormView.tsx';
import { useRendererText } from './i18n/renderer-messages.ts';
import { useDraft } from './use-draft.ts';
import { useFormState, type FormProps, type FormState } from './use-form-state.ts';
import { useWizardPages, type WizardPages } from './use-wizard-pages.ts';

export interface FormWizardProps extends FormProps {
  /** Receives settled data: hidden and blank values are gone. */
  readonly onSubmit: (data: FormData) => void;
  /** When given, drafts are saved after each pause. */
  readonly onSaveDraft?: (data: FormData) => Promise<void>;
  /** A short line above each title, such as the name of the procedure. */
  readonly eyebrow?: string;
  /** Where to resume. */
  readonly initialPage?: string;
  readonly onPageChange?: (pageId: string) => void;
}

/** The error summary of the page, or nothing. */
export const FormErrors = ({
  errors,
  attempt,
}: {
  readonly errors: readonly ErrorText[];
  readonly attempt: number;
}) => {
  const t = useRendererText();
  const entries = errors.map(({ pointer, summary }) => ({ target: fieldId(pointer), text: summary }));
  return <ErrorSummary errors={entries} title={t.plural('summary.count', errors.length)} attempt={attempt} />;
};

interface ReviewProps {
  readonly state: FormState;
  readonly data: FormData;
  readonly wizard: WizardPages;
}

interface BodyProps extends ReviewProps {
  /** Leads from the review to one field. */
  readonly onChange: (pageId: string, pointer: string) => void;
}

/** What one declares, after having read it again. */
const Declaration = ({ state, data, wizard: { declaration } }: ReviewProps) => {
  const t = useRendererText();
  if (declaration === undefined) return null;
  return (
    <section className="iris-declaration" aria-labelledby="review-declaration">
      <h2 id="review-declaration">{t('review.declaration')}</h2>
      <p className="iris-muted">{t('review.declaration.lead')}</p>
      <FormSection page={declaration} settled={state.settled} data={data} />
    </section>
  );
};

const Body = ({ state, data, wizard, onChange }: BodyProps) => {
  const { page, pages } = wizard;
  if (page !== undefined) return <FormSection key={page.id} page={page} settled={state.settled} data={data} />;
  return (
    <div className="iris-stack iris-stack--loose">
      {pages.map((each) => (
        <PageView key={each.id} page={each} settled={state.settled} onChange={onChange} />
      ))}
      <Declaration state={state} data={data} wizard={wizard} />
    </div>
  );
};

const useHeading = ({ compiled, locale }: FormState, page: CompiledPage | undefined) => {
  const t = useRendererText();
  if (page === undefined) return { title: t('review.title'), lead: t('review.lead') };
  const lead = optionalText(compiled.form, locale, `${page.i18n}.description`);
  return { title: formText(compiled.form, locale, `${page.i18n}.label`), lead };
};

const useSteps = ({ compiled, locale }: FormState, { pages, page }: WizardPages): readonly Step[] => {
  const t = useRendererText();
  const here = page === undefined ? pages.length : pages.indexOf(page);
  const stateOf = (index: number): Step['state'] => {
    if (index === here) return 'current';
    return index < here ? 'done' : 'todo';
  };
  const steps = pages.map((each, index) => ({
    id: each.id,
    label: formText(compiled.form, locale, `${each.i18n}.label`),
    state: stateOf(index),
  }));
  if (compiled.form.uischema.options?.review === false) return steps;
  return [...steps, { id: 'review', label: t('review.title'), state: stateOf(pages.length) }];
};

/** Says in the title of the page which step this is. */
const usePlace = (title: string, steps: readonly Step[]): void => {
  const t = useRendererText();
  const n = steps.findIndex(({ state }) => state === 'current') + 1;
  useTitlePlace(n === 0 ? title : t('wizard.place', { title, n, total: steps.length }));
};

const Actions = ({ wizard, busy }: { readonly wizard: WizardPages; readonly busy: boolean }) => {
  const t = useRendererText();
  return (
    <div className="iris-form-actions">
      <Button
        type="submit"
        busy={busy}
        className="iris-button--wide-on-phone"
        {...(wizard.page !== undefined && { trailingIcon: 'arrowRight' as const })}
      >
        {t(wizard.nextText)}
      </Button>
      {wizard.canGoBack && (
        <Button tone="quiet" icon="arrowLeft" onClick={wizard.back}>
          {t('wizard.back')}
        </Button>
      )}
    </div>
  );
};

const NO_ERRORS: readonly FieldError[] = [];

/** A form page by page, with checks on each step, a draft that saves itself, and a last look before sending. */
export const FormWizard = (props: FormWizardProps) => {
  const { data, onChange, onSubmit, onSaveDraft, eyebrow, busy = false, serverErrors = NO_ERRORS } = props;
  const draft = useDraft(onSaveDraft);
  const state = useFormState({
    ...props,
    onChange: (next) => {
      onChange(next);
      draft.touch(next);
    },
  });
  const wizard = useWizardPages({ state, serverErrors, props, onLeavePage: draft.flush });
  const errors = useErrorTexts(state, wizard.shown.errors);
  const steps = useSteps(state, wizard);
  const { title, lead } = useHeading(state, wizard.page);
  usePlace(title, steps);
  const heading = useRef<HTMLHeadingElement>(null);
  const here = wizard.page?.id ?? 'review';
  const arrived = useRef(here);
  const sought = useRef<string>(undefined);
  useEffect(() => {
    // Not on the first page: a person who just opened the form hears the page from its top.
    if (arrived.current !== here) {
      if (sought.current === undefined) heading.current?.focus();
      else focusTarget(fieldId(sought.current));
    }
    arrived.current = here;
    sought.current = undefined;
  }, [here]);
  const changeField = (pageId: string, pointer: string): void => {
    sought.current = pointer;
    wizard.visitFromReview(pageId);
  };

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy) return;
    if (wizard.next() === 'complete') onSubmit(state.settled.data);
  };

  return (
    <FormRoot props={props} state={state} errors={errors}>
      <form noValidate className="iris-wizard" onSubmit={submit}>
        <StepIndicator steps={steps} onSelect={wizard.visit} />
        <FormErrors errors={errors} attempt={wizard.shown.attempt} />
        <PageHeading title={title} lead={lead} eyebrow={eyebrow} titleRef={heading} />
        <Body state={state} data={data} wizard={wizard} onChange={changeField} />
        <Actions wizard={wizard} busy={busy} />
        <DraftStatus state={draft.state} />
      </form>
    </FormRoot>
  );
};
