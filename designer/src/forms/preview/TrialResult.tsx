import type { Locale } from '@irisflow/client';
import { compileForm, prune, validateForm, type FormData, type FormDefinition } from '@irisflow/forms';
import { errorText, rendererMessages } from '@irisflow/renderer';
import { createTranslator, Notice } from '@irisflow/ui';
import { useMemo } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { places } from '../edit/tree.ts';
import { whyHidden } from '../edit/why-hidden.ts';
import { useElementWords } from '../use-element-words.ts';
import type { PreviewReader } from './preview-message.ts';

export interface TrialResultProps {
  readonly form: FormDefinition;
  readonly data: FormData;
  readonly reader: PreviewReader;
  readonly locale: Locale;
  readonly isSent: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const useTrial = ({ form, data, reader, locale, today }: TrialResultProps) =>
  useMemo(() => {
    const t = createTranslator(locale, rendererMessages);
    const context = { audience: reader, today };
    const compiled = compileForm(form);
    const { data: sent, removed } = prune(compiled, data, context);
    const errors = validateForm(compiled, data, context).map((error) =>
      errorText(error, { compiled, locale, t, data: sent }),
    );
    return { sent, removed, errors, hidden: whyHidden(form, data, context) };
  }, [form, data, reader, locale, today]);

/** What the answers so far would be if they were sent: the data, what is wrong with them, what stays hidden and why. */
export const TrialResult = (props: TrialResultProps) => {
  const { form, isSent } = props;
  const t = useTexts();
  const words = useElementWords(form);
  const { sent, removed, errors, hidden } = useTrial(props);
  const nameOf = (scope: string): string => {
    const element = places(form).find(({ element: one }) => one.type === 'Control' && one.scope === scope)?.element;
    return element === undefined ? scope : words.name(element);
  };
  return (
    <section className="trial" aria-label={t('forms.trial')}>
      <h2 className="form-builder__title">{t('forms.trial')}</h2>
      {isSent && errors.length === 0 && <Notice tone="success" title={t('forms.trial.sent')} />}
      {errors.length === 0 ? (
        <p>{t('forms.trial.right')}</p>
      ) : (
        <details open>
          <summary>{t.plural('forms.trial.errors', errors.length)}</summary>
          <ul>
            {errors.map(({ pointer, summary }) => (
              <li key={pointer}>{summary}</li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{t.plural('forms.trial.hidden', hidden.length)}</summary>
        <ul>
          {hidden.map(({ element, reason, by, scopes }) => (
            <li key={element.id}>
              <strong>{words.name(element)}</strong>{' '}
              {reason === 'audience'
                ? t('forms.trial.notForReader')
                : t('forms.trial.byRule', { by: words.name(by), fields: scopes.map(nameOf).join(', ') })}
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{t('forms.trial.data')}</summary>
        <pre className="trial__data">{JSON.stringify(sent, null, 2)}</pre>
        {removed.length > 0 && (
          <p className="plain-field__hint">
            {t('forms.trial.removed', { names: removed.map(({ pointer }) => pointer.slice(1)).join(', ') })}
          </p>
        )}
      </details>
    </section>
  );
};
