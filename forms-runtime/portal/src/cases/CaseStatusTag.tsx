import type { CaseSummary } from '@irisflow/client';
import { caseTones, useLocalized } from '@irisflow/frame';
import { StatusTag } from '@irisflow/ui';
import { usePortalText, type PortalKey } from '../texts/portal-texts.ts';

type Standing = Pick<CaseSummary, 'status' | 'awaitsApplicant'>;
type OwnStanding = Standing & Pick<CaseSummary, 'ownStatus'>;

/** Between an answer and the administration's next step, "waiting for your answer" would alarm people for nothing. */
const isAnswered = ({ status, awaitsApplicant }: Standing): boolean => status === 'incomplete' && !awaitsApplicant;

export const statusKey = (standing: Standing): PortalKey =>
  isAnswered(standing) ? 'status.answered' : `status.${standing.status}`;

/** Where a case stands, in the words for applicants. */
export const CaseStatusTag = ({ standing }: { readonly standing: OwnStanding }) => {
  const t = usePortalText();
  const read = useLocalized();
  const tone = isAnswered(standing) ? 'accent' : caseTones[standing.status];
  const { ownStatus } = standing;
  // What is asked of the applicant comes before how the office calls the stage.
  const isOwn = ownStatus !== null && !standing.awaitsApplicant;
  return <StatusTag tone={tone}>{isOwn ? read(ownStatus.text) : t(statusKey(standing))}</StatusTag>;
};
