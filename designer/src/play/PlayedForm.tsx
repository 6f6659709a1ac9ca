import type { Locale } from '@irisflow/client';
import type { FormData, FormDefinition, Prefilled } from '@irisflow/forms';
import { FormWizard, TaskForm, type UploadPort } from '@irisflow/renderer';
import { I18nProvider } from '@irisflow/ui';
import { useState } from 'react';
import { messages } from '../texts/messages.ts';

const hexadecimal = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Files of a played case stay in the browser; only their description enters the answers. */
const uploads: UploadPort = {
  async upload(file, onProgress) {
    const sha256 = hexadecimal(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    onProgress(1);
    return { id: crypto.randomUUID(), name: file.name, size: file.size, sha256 };
  },
  remove() {},
};

export interface PlayedFormProps {
  readonly form: FormDefinition;
  readonly reader: 'applicant' | 'agent';
  readonly locale: Locale;
  /** What it begins with. */
  readonly start: FormData;
  readonly prefilled?: Prefilled;
  /** `YYYY-MM-DD` on the clock of the case. */
  readonly today: string;
  readonly onSubmit: (data: FormData) => void;
}

/** The real form, drawn and checked by the renderer of the portal and the desk. */
export const PlayedForm = ({ form, reader, locale, start, prefilled, today, onSubmit }: PlayedFormProps) => {
  const [data, setData] = useState<FormData>(start);
  const shared = {
    form,
    data,
    locale,
    today,
    uploads,
    onChange: setData,
    ...(prefilled === undefined ? {} : { prefilled }),
  };
  return (
    <I18nProvider locale={locale} messages={messages[locale]}>
      <div lang={locale} className="played-form">
        {reader === 'applicant' ? (
          <FormWizard {...shared} audience="applicant" onSubmit={onSubmit} />
        ) : (
          <TaskForm {...shared} audience="agent" onComplete={onSubmit} />
        )}
      </div>
    </I18nProvider>
  );
};
