import type { Locale } from '@irisflow/client';
import { Button } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { previewLetter, type LetterQuestion } from '../api/trials.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Letter } from './letter.ts';

export interface LetterPreviewProps {
  procedureKey: string;
  letter: Letter;
  locale: Locale;
}

/** The letter as the platform lays it out, with sample values. */
export const LetterPreview = ({ procedureKey, letter, locale }: LetterPreviewProps) => {
  const t = useTexts();
  const preview = useMutation({
    mutationFn: async (question: LetterQuestion) => URL.createObjectURL(await previewLetter(question)),
  });
  const url = preview.data ?? null;
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url);
    },
    [url],
  );
  return (
    <section className="letter-preview" aria-label={t('letter.preview')}>
      <div className="letter-preview__head">
        <h2 className="panel-title">{t('letter.preview')}</h2>
        <Button
          tone="secondary"
          size="small"
          busy={preview.isPending}
          onClick={() => preview.mutate({ procedureKey, letter, locale })}
        >
          {t('letter.previewRun')}
        </Button>
      </div>
      {preview.isError && <Failure error={preview.error} />}
      {url === null ? (
        <p className="letter-preview__empty">{t('letter.previewEmpty')}</p>
      ) : (
        // A sandbox would keep the browser's own PDF viewer out; the file comes from our platform.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        <iframe className="letter-preview__page" src={url} title={t('letter.preview')} />
      )}
    </section>
  );
};
