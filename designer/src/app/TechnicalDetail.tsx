import { useTexts } from '../texts/use-texts.ts';

/** What a developer wants to know of a failure: in English, and folded away for everybody else. */
export const TechnicalDetail = ({ detail }: { detail: string }) => {
  const t = useTexts();
  return (
    <details>
      <summary>{t('failure.detail')}</summary>
      <p lang="en">{detail}</p>
    </details>
  );
};
