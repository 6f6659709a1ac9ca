import type { Knowledge } from '@irisflow/names';
import { Button, type Locale } from '@irisflow/ui';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Failure } from '../app/Failure.tsx';
import { useSample } from '../names/use-sample.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Letter, MandatoryPart } from './letter.ts';
import { MissingParts } from './MissingParts.tsx';
import { SampleFields } from './SampleFields.tsx';
import { useLetterSheet } from './use-letter-sheet.ts';

export interface LetterPreviewProps {
  procedureKey: string;
  letter: Letter;
  language: Locale;
  /** What the letter may mention. */
  knowledge: Knowledge;
  /** Puts what the law wants into the letter. */
  onInsert: (part: MandatoryPart) => void;
}

/** A refused page is looked at again so long after the last change, in milliseconds. */
const quiet = 400;

interface Printed extends Pick<LetterPreviewProps, 'letter' | 'language'> {
  readonly isIncomplete: boolean;
}

/** While something is missing, what is written is printed anew once it rests. */
const useReprint = ({ letter, language, isIncomplete }: Printed, print: () => void): void => {
  const onRest = useEffectEvent(print);
  const printed = useRef({ letter, language });
  useEffect(() => {
    const isSame = printed.current.letter === letter && printed.current.language === language;
    printed.current = { letter, language };
    if (isSame || !isIncomplete) return undefined;
    const timer = setTimeout(() => onRest(), quiet);
    return () => clearTimeout(timer);
  }, [letter, language, isIncomplete]);
};

type Values = Readonly<Record<string, unknown>>;

const asValues = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};

/** The letter as the platform prints it, with sample values that one may change. */
export const LetterPreview = ({ procedureKey, letter, language, knowledge, onInsert }: LetterPreviewProps) => {
  const t = useTexts();
  const likely = asValues(useSample(knowledge)['values']);
  const [given, setGiven] = useState<Values>({});
  const values = { ...likely, ...given };
  const printing = useLetterSheet();
  const sheet = printing.data ?? { missing: [], url: null };
  const print = (asDraft: boolean): void =>
    printing.mutate({ procedureKey, letter, locale: language, values, asDraft });
  const isIncomplete = sheet.missing.length > 0;
  useReprint({ letter, language, isIncomplete }, () => print(sheet.url !== null));
  return (
    <section className="letter-preview" aria-label={t('letter.preview')}>
      <SampleFields knowledge={knowledge} values={values} onChange={setGiven} given={given} />
      <Button tone="secondary" size="small" busy={printing.isPending} onClick={() => print(false)}>
        {t('letter.previewRun')}
      </Button>
      {printing.isError && <Failure error={printing.error} />}
      <MissingParts sheet={sheet} language={language} onInsert={onInsert} onDraft={() => print(true)} />
      {sheet.url === null && !isIncomplete && <p className="letter-preview__empty">{t('letter.previewEmpty')}</p>}
      {sheet.url !== null && (
        // A sandbox would keep the browser's own PDF viewer out; the file comes from our platform.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        <iframe className="letter-preview__page" src={sheet.url} title={t('letter.preview')} />
      )}
    </section>
  );
};
