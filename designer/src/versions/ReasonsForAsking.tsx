import { Notice } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { reasonsForAsking } from './reasons-for-asking.ts';

/** What an application asks although a source gives it, each with its reason, before whoever reviews the files. */
export const ReasonsForAsking = ({ files }: { readonly files: ReadonlyMap<string, string> }) => {
  const t = useTexts();
  const reasons = reasonsForAsking(files, t.locale);
  if (reasons.length === 0) return null;
  return (
    <Notice tone="info" title={t('asked.title')}>
      <p>{t('asked.text')}</p>
      <ul>
        {reasons.map(({ elementId, label, source, reason }) => (
          <li key={elementId}>
            <strong>{t('asked.line', { label, source })}</strong> {reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
