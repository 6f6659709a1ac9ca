import type { Locale } from '@irisflow/client';
import type { FormDefinition } from '@irisflow/forms';
import { locales } from '@irisflow/ui';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { ChoiceBar } from '../app/ChoiceBar.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { previewReady, type PreviewMessage, type PreviewReader } from './preview-message.ts';

type Width = 'desktop' | 'mobile';

interface FrameProps {
  form: FormDefinition;
  reader: PreviewReader;
  locale: Locale;
  width: Width;
}

const post = (frame: HTMLIFrameElement | null, message: PreviewMessage): void =>
  frame?.contentWindow?.postMessage(message, window.location.origin);

/** The preview is a page of its own: only then do widths, styles and focus behave as on the portal. */
const Frame = ({ form, reader, locale, width }: FrameProps) => {
  const t = useTexts();
  const frameRef = useRef<HTMLIFrameElement | null>(null);
  const message = useMemo(
    (): PreviewMessage => ({ kind: 'irisflow.preview', form, reader, locale }),
    [form, reader, locale],
  );
  const sendAgain = useEffectEvent(() => post(frameRef.current, message));
  useEffect(() => {
    const onMessage = (event: MessageEvent): void => {
      if (event.source === frameRef.current?.contentWindow && event.data === previewReady) sendAgain();
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

/** The form as people will see it, drawn by the renderer of the portal and the desk. */
export const FormPreview = ({ form }: { form: FormDefinition }) => {
  const t = useTexts();
  const [locale, setLocale] = useState<Locale>(t.locale);
  const [width, setWidth] = useState<Width>('desktop');
  const [reader, setReader] = useState<PreviewReader>(form.key === 'application' ? 'applicant' : 'agent');
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
          options={[
            { value: 'applicant', text: t('form.applicant') },
            { value: 'agent', text: t('form.agent') },
          ]}
        />
        <ChoiceBar<Width>
          label={t('form.width')}
          value={width}
          onChange={setWidth}
          options={[
            { value: 'desktop', text: t('form.desktop') },
            { value: 'mobile', text: t('form.mobile') },
          ]}
        />
      </div>
      <Frame form={form} reader={reader} locale={locale} width={width} />
    </section>
  );
};
