import type { Locale } from '@irisflow/client';
import type { FormData, FormDefinition } from '@irisflow/forms';
import { todayInBrussels } from '@irisflow/renderer';
import { Button, locales } from '@irisflow/ui';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { ChoiceBar } from '../../app/ChoiceBar.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { sampleAnswers } from '../edit/sample-answers.ts';
import { useFormEditing } from '../editing.ts';
import {
  isPreviewAnswer,
  previewReady,
  type PreviewAnswer,
  type PreviewMessage,
  type PreviewReader,
} from './preview-message.ts';
import { TrialResult } from './TrialResult.tsx';

const widths = ['desktop', 'tablet', 'mobile'] as const;
type Width = (typeof widths)[number];

interface FrameProps {
  message: PreviewMessage;
  width: Width;
  onAnswer: (answer: PreviewAnswer) => void;
}

const post = (frame: HTMLIFrameElement | null, message: PreviewMessage): void =>
  frame?.contentWindow?.postMessage(message, window.location.origin);

/** The preview is a page of its own: only then do widths, styles and focus behave as on the portal. */
const Frame = ({ message, width, onAnswer }: FrameProps) => {
  const t = useTexts();
  const frameRef = useRef<HTMLIFrameElement | null>(null);
  const hear = useEffectEvent((data: unknown) => {
    if (data === previewReady) post(frameRef.current, message);
    else if (isPreviewAnswer(data)) onAnswer(data);
  });
  useEffect(() => {
    const onMessage = (event: MessageEvent): void => {
      if (event.source === frameRef.current?.contentWindow) hear(event.data);
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);
  useEffect(() => post(frameRef.current, message), [message]);
  return (
    // The page is ours, on our own origin, and must run the renderer.
    // oxlint-disable-next-line react/iframe-missing-sandbox
    <iframe
      ref={frameRef}
      className={`form-preview__page form-preview__page--${width}`}
      src="/designer/preview"
      title={t('form.preview')}
    />
  );
};

interface Trial {
  readonly data: FormData;
  readonly isSent: boolean;
}

const untried: Trial = { data: {}, isSent: false };

/** The form as people will see it, drawn by the renderer of the portal and the desk, filled in for a trial. */
export const FormPreview = ({ form }: { form: FormDefinition }) => {
  const t = useTexts();
  const { isTaskForm } = useFormEditing();
  const [locale, setLocale] = useState<Locale>(t.locale);
  const [width, setWidth] = useState<Width>('desktop');
  const [reader, setReader] = useState<PreviewReader>(isTaskForm ? 'agent' : 'applicant');
  const [start, setStart] = useState<NonNullable<PreviewMessage['start']>>({ at: 0, data: {} });
  const [trial, setTrial] = useState<Trial>(untried);
  const [today] = useState(() => todayInBrussels(new Date()));
  const begin = (data: FormData): void => {
    setStart({ at: start.at + 1, data });
    setTrial({ data, isSent: false });
  };
  const message = useMemo(
    (): PreviewMessage => ({ kind: 'irisflow.preview', form, reader, locale, start }),
    [form, reader, locale, start],
  );
  return (
    <section className="form-preview" aria-label={t('form.preview')}>
      <div className="form-preview__bar">
        <ChoiceBar
          label={t('form.language')}
          value={locale}
          onChange={setLocale}
          options={locales.map((each) => ({ value: each, text: each.toUpperCase() }))}
        />
        <ChoiceBar<PreviewReader>
          label={t('form.reader')}
          value={reader}
          onChange={setReader}
          options={(['applicant', 'agent'] as const).map((value) => ({ value, text: t(`form.${value}`) }))}
        />
        <ChoiceBar<Width>
          label={t('form.width')}
          value={width}
          onChange={setWidth}
          options={widths.map((value) => ({ value, text: t(`forms.preview.${value}`) }))}
        />
        <Button tone="secondary" size="small" onClick={() => begin(sampleAnswers(form, { audience: reader, today }))}>
          {t('forms.preview.sample')}
        </Button>
        <Button tone="quiet" size="small" onClick={() => begin({})}>
          {t('forms.preview.empty')}
        </Button>
      </div>
      <div className="form-preview__parts">
        <Frame message={message} width={width} onAnswer={({ data, isSent }) => setTrial({ data, isSent })} />
        <TrialResult form={form} {...trial} reader={reader} locale={locale} today={today} />
      </div>
    </section>
  );
};
