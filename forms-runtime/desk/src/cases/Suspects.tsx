import { useLocalized } from '@irisflow/frame';
import { AppLink, Button, Notice, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { LinkDialog, type LinkStart } from './LinkDialog.tsx';
import { useCaseLinks } from './use-case-links.ts';

/** That the same person has another open case of the procedure: the same matter, or a second one. */
export const Suspects = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  const { data } = useCaseLinks(caseId);
  const [start, setStart] = useState<LinkStart>();
  const suspects = data?.suspects ?? [];
  if (suspects.length === 0) return null;
  return (
    <Notice tone="warning" title={t('suspects.title')}>
      <ul className="desk-suspects">
        {suspects.map((other) => (
          <li key={other.id}>
            <span>
              <AppLink href={`/cases/${other.id}`}>{other.reference}</AppLink>, {read(other.title)},{' '}
              {date(other.submittedAt)}
            </span>
            <Button
              tone="secondary"
              size="small"
              aria-label={t('suspects.mark.of', { reference: other.reference })}
              onClick={() => setStart({ kind: 'duplicateOf', other })}
            >
              {t('suspects.mark')}
            </Button>
          </li>
        ))}
      </ul>
      <LinkDialog caseId={caseId} start={start} onClose={() => setStart(undefined)} />
    </Notice>
  );
};
