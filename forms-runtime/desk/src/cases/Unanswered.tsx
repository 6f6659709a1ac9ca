import type { CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Notice, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** What the sources did not say, before anything else of the file: nobody may take it for a good or a bad answer. */
export const Unanswered = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  if (file.unanswered.length === 0) return null;
  return (
    <Notice tone="warning" title={t('unanswered.title')}>
      <ul className="iris-stack iris-stack--tight">
        {file.unanswered.map(({ key, source, what, since, outcome }) => (
          <li key={key}>
            {t('unanswered.line', {
              source: read(source),
              what: read(what),
              since: dateTime(since),
              reason: t(`consultation.${outcome}`),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
