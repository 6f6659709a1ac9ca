import type { MouseEvent } from 'react';
import { useUiText } from '../i18n/ui-messages.ts';
import { useTitleAlert } from '../page-title.ts';
import { focusTarget } from './focus-target.ts';

export interface SummaryError {
  /** Id of the control or group to go to. */
  readonly target: string;
  readonly text: string;
}

export interface ErrorSummaryProps {
  readonly errors: readonly SummaryError[];
  readonly title?: string;
  /** Changes with each failed attempt; the summary takes focus each time. */
  readonly attempt?: number;
}

const takeFocus = (element: HTMLElement | null): void => element?.focus();

/** Lists what must be corrected, takes focus, links to each field, and says so in the title of the page. */
export const ErrorSummary = ({ errors, title, attempt = 0 }: ErrorSummaryProps) => {
  const t = useUiText();
  const go = (event: MouseEvent, target: string): void => {
    event.preventDefault();
    focusTarget(target);
  };
  useTitleAlert(errors.length === 0 ? undefined : t('field.error'));
  if (errors.length === 0) return null;
  return (
    <div key={attempt} ref={takeFocus} className="iris-error-summary" role="alert" tabIndex={-1}>
      <h2>{title ?? t('summary.title')}</h2>
      <ul>
        {errors.map(({ target, text }) => (
          <li key={`${target} ${text}`}>
            <a href={`#${target}`} onClick={(event) => go(event, target)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
