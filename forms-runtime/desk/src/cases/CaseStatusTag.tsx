import type { CaseStatus } from '@irisflow/client';
import { caseTones } from '@irisflow/frame';
import { StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Where a case stands, in the words of the administration. */
export const CaseStatusTag = ({ status }: { readonly status: CaseStatus }) => {
  const t = useDeskText();
  return <StatusTag tone={caseTones[status]}>{t(`status.${status}`)}</StatusTag>;
};
