import type { CaseSummary } from '@irisflow/client';
import { caseTones, useLocalized } from '@irisflow/frame';
import { StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Where a case stands, in the words of the administration: the procedure's own, where it has some for this. */
export const CaseStatusTag = ({ standing }: { readonly standing: Pick<CaseSummary, 'status' | 'ownStatus'> }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { status, ownStatus } = standing;
  return (
    <StatusTag tone={caseTones[status]}>{ownStatus === null ? t(`status.${status}`) : read(ownStatus.text)}</StatusTag>
  );
};
