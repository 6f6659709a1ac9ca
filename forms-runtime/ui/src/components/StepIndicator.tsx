import { useUiText } from '../i18n/ui-messages.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface Step {
  readonly id: string;
  readonly label: string;
  readonly state: 'done' | 'current' | 'todo';
}

export interface StepIndicatorProps {
  readonly steps: readonly Step[];
  /** When given, finished steps can be chosen. */
  readonly onSelect?: (id: string) => void;
}

const StepLabel = ({ step, onSelect }: { readonly step: Step; readonly onSelect?: (id: string) => void }) =>
  step.state === 'done' && onSelect !== undefined ? (
    <span>
      <button type="button" onClick={() => onSelect(step.id)}>
        {step.label}
      </button>
    </span>
  ) : (
    <span>{step.label}</span>
  );

/** Where a person stands in a sequence; on a phone a bar, "step 2 of 5" and the name of that step. */
export const StepIndicator = ({ steps, onSelect }: StepIndicatorProps) => {
  const t = useUiText();
  const current = steps.findIndex((step) => step.state === 'current');
  // After the last step none is current: all are behind.
  const n = current === -1 ? steps.filter((step) => step.state === 'done').length : current + 1;
  return (
    <nav aria-label={t('steps.label')}>
      <p className="iris-steps__position" aria-hidden="true">
        {t('steps.position', { n, total: steps.length })}
        <span className="iris-steps__name">{steps[n - 1]?.label}</span>
      </p>
      <ol className="iris-steps">
        {steps.map((step) => (
          <li
            key={step.id}
            className={`iris-steps__step iris-steps__step--${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <StepLabel step={step} {...(onSelect && { onSelect })} />
            {step.state === 'done' && <VisuallyHidden>({t('steps.done')})</VisuallyHidden>}
          </li>
        ))}
      </ol>
    </nav>
  );
};
