import type { Locale } from '@irisflow/client';
import type { FormData, FormDefinition } from '@irisflow/forms';
import { FormWizard, TaskForm, type UploadPort } from '@irisflow/renderer';
import { I18nProvider, Notice, locales, useToast } from '@irisflow/ui';
import { useEffect, useState } from 'react';
import { messages } from '../texts/messages.ts';
import { useTexts } from '../texts/use-texts.ts';
import { PreviewBoundary } from './PreviewBoundary.tsx';

export interface FormPreviewProps {
  form: FormDefinition;
}

type Reader = 'applicant' | 'agent';
type Width = 'desktop' | 'mobile';

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly { value: T; text: string }[];
  value: T;
  onChange: (value: T) => void;
}

const Choice = <T extends string>({ label, options, value, onChange }: ChoiceProps<T>) => (
  <div className="choice-bar" role="group" aria-label={label}>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        className="view-button"
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      >
        {option.text}
      </button>
    ))}
  </div>
);

const hexadecimal = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Files of a trial stay in the browser; only their description enters the data. */
const trialUploads: UploadPort = {
  async upload(file, onProgress) {
    const sha256 = hexadecimal(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    onProgress(1);
    return { id: crypto.randomUUID(), name: file.name, size: file.size, sha256 };
  },
  remove() {},
};

interface PageProps {
  form: FormDefinition;
  reader: Reader;
  locale: Locale;
}

const Page = ({ form, reader, locale }: PageProps) => {
  const t = useTexts();
  const toast = useToast();
  const [data, setData] = useState<FormData>({});
  const done = (): void => toast(t('form.complete'));
  const shared = { form, data, locale, onChange: setData, uploads: trialUploads };
  return (
    <I18nProvider locale={locale} messages={messages[locale]}>
      {reader === 'applicant' ? (
        <FormWizard {...shared} audience="applicant" onSubmit={done} />
      ) : (
        <TaskForm {...shared} audience="agent" onComplete={done} />
      )}
    </I18nProvider>
  );
};

/** The form as people will see it, drawn by the renderer of the portal and the desk. */
export const FormPreview = ({ form }: FormPreviewProps) => {
  const t = useTexts();
  const [locale, setLocale] = useState<Locale>(t.locale);
  const [width, setWidth] = useState<Width>('desktop');
  const [reader, setReader] = useState<Reader>(form.key === 'application' ? 'applicant' : 'agent');
  const [attempt, setAttempt] = useState(0);
  // A form that failed to draw gets another chance when it changes.
  useEffect(() => setAttempt((count) => count + 1), [form]);
  return (
    <section className="form-preview" aria-label={t('form.preview')}>
      <div className="form-preview__bar">
        <Choice
          label={t('form.language')}
          value={locale}
          onChange={setLocale}
          options={locales.map((each) => ({ value: each, text: each.toUpperCase() }))}
        />
        <Choice<Reader>
          label={t('form.reader')}
          value={reader}
          onChange={setReader}
          options={[
            { value: 'applicant', text: t('form.applicant') },
            { value: 'agent', text: t('form.agent') },
          ]}
        />
        <Choice<Width>
          label={t('form.width')}
          value={width}
          onChange={setWidth}
          options={[
            { value: 'desktop', text: t('form.desktop') },
            { value: 'mobile', text: t('form.mobile') },
          ]}
        />
      </div>
      <div
        className={`form-preview__page form-preview__page--${width}`}
        lang={locale}
        data-density={reader === 'agent' ? 'desk' : 'portal'}
      >
        <PreviewBoundary key={attempt} fallback={<Notice tone="warning" title={t('form.noPreview')} />}>
          <Page form={form} reader={reader} locale={locale} />
        </PreviewBoundary>
      </div>
    </section>
  );
};
