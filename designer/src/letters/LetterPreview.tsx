import type { Knowledge } from '@irisflow/names';
import { Button, type Locale } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { previewLetter, type LetterQuestion } from '../api/trials.ts';
import { Failure } from '../app/Failure.tsx';
import { useSample } from '../names/use-sample.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Letter } from './letter.ts';
import { SampleFields } from './SampleFields.tsx';

export interface LetterPreviewProps {
  procedureKey: string;
  letter: Letter;
  language: Locale;
  /** What the letter may mention. */
  knowledge: Knowledge;
}

type Values = Readonly<Record<string, unknown>>;

const asValues = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};

/** The letter as the platform prints it, with sample values that one may change. */
export const LetterPreview = ({ procedureKey, letter, language, knowledge }: LetterPreviewProps) => {
  const t = useTexts();
  const likely = asValues(useSample(knowledge)['values']);
  const [given, setGiven] = useState<Values>({});
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
  const values = { ...likely, ...given };
  return (
    <section className="letter-preview" aria-label={t('letter.preview')}>
      <SampleFields knowledge={knowledge} values={values} onChange={setGiven} given={given} />
      <Button
        tone="secondary"
        size="small"
        busy={preview.isPending}
        onClick={() => preview.mutate({ procedureKey, letter, locale: language, values })}
      >
        {t('letter.previewRun')}
      </Button>
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
