import type { FormData } from '@irisflow/forms';
import { FormWizard, TaskForm, type UploadPort } from '@irisflow/renderer';
import { I18nProvider, Notice } from '@irisflow/ui';
import { useEffect, useState } from 'react';
import { messages } from '../../texts/messages.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { isPreviewMessage, previewReady, type PreviewAnswer, type PreviewMessage } from './preview-message.ts';
import { PreviewBoundary } from './PreviewBoundary.tsx';

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

const tell = (data: FormData, isSent: boolean): void => {
  const answer: PreviewAnswer = { kind: 'irisflow.preview.answer', data, isSent };
  window.parent.postMessage(answer, window.location.origin);
};

const NOTHING: FormData = {};

const TrialForm = ({ form, reader, locale, start }: PreviewMessage) => {
  const [data, setData] = useState<FormData>(start?.data ?? NOTHING);
  const change = (next: FormData): void => {
    setData(next);
    tell(next, false);
  };
  const done = (): void => tell(data, true);
  const shared = { form, data, locale, onChange: change, uploads: trialUploads };
  return reader === 'applicant' ? (
    <FormWizard {...shared} audience="applicant" onSubmit={done} />
  ) : (
    <TaskForm {...shared} audience="agent" onComplete={done} />
  );
};

const NoPreview = () => {
  const t = useTexts();
  return <Notice tone="warning" title={t('form.noPreview')} />;
};

/** Listens for the form to show. Messages from other origins are ignored. */
const usePreviewMessage = (): PreviewMessage | null => {
  const [message, setMessage] = useState<PreviewMessage | null>(null);
  useEffect(() => {
    const onMessage = (event: MessageEvent): void => {
      if (event.origin === window.location.origin && isPreviewMessage(event.data)) setMessage(event.data);
    };
    window.addEventListener('message', onMessage);
    window.parent.postMessage(previewReady, window.location.origin);
    return () => window.removeEventListener('message', onMessage);
  }, []);
  return message;
};

/** The page inside the form editor: the form with the real renderer and nothing else. */
export const PreviewPage = () => {
  const message = usePreviewMessage();
  useEffect(() => {
    if (message === null) return;
    document.documentElement.lang = message.locale;
    document.documentElement.dataset['density'] = message.reader === 'agent' ? 'desk' : 'portal';
  }, [message]);
  if (message === null) return null;
  return (
    <I18nProvider locale={message.locale} messages={messages[message.locale]}>
      <main className="preview-page" aria-label={messages[message.locale]['form.preview']}>
        {/* A form that failed to draw gets another chance when it changes. */}
        <PreviewBoundary form={message.form} fallback={<NoPreview />}>
          <TrialForm key={message.start?.at ?? 0} {...message} />
        </PreviewBoundary>
      </main>
    </I18nProvider>
  );
};
