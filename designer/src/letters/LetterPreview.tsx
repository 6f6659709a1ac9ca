import type { Locale } from '@irisflow/client';
import { Button } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { previewLetter } from '../api/trials.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Letter } from './letter.ts';

export interface LetterPreviewProps {
  procedureKey: string;
  letter: Letter;
  locale: Locale;
}

/** An address for a blob while it is shown. */
const useBlobUrl = (blob: Blob | undefined): string | null => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (blob === undefined) return undefined;
    const created = URL.createObjectURL(blob);
    setUrl(created);
    return () => URL.revokeObjectURL(created);
  }, [blob]);
  return url;
};

/** The letter as the platform lays it out, with sample values. */
export const LetterPreview = ({ procedureKey, letter, locale }: LetterPreviewProps) => {
  const t = useTexts();
  const preview = useMutation({ mutationFn: previewLetter });
  const url = useBlobUrl(preview.data);
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
        <iframe className="letter-preview__page" src={url} title={t('letter.preview')} />
      )}
    </section>
  );
};
