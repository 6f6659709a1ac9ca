import type { ApplicationDraft } from '@irisflow/client';
import { AppLink, Notice, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** That the same person has a case of the same procedure open: it may be the same matter. */
export const OpenCases = ({ draft }: { readonly draft: ApplicationDraft }) => {
  const t = useDeskText();
  const { date } = useFormatters();
  if (draft.openCases.length === 0) return null;
  return (
    <Notice tone="warning" title={t('openCases.title')}>
      <p>{t('openCases.text')}</p>
      <ul>
        {draft.openCases.map(({ id, reference, submittedAt }) => (
          <li key={id}>
            <AppLink href={`/cases/${id}`}>{reference}</AppLink>, {date(submittedAt)}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
