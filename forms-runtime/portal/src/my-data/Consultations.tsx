import type { ConsultationView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';

interface OneConsultationProps {
  readonly consultation: ConsultationView;
  readonly here: string | undefined;
}

const OneConsultation = ({ consultation, here }: OneConsultationProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  const { source, at, by, purpose, legalBasis, reason, outcome, caseId, reference } = consultation;
  return (
    <li className="portal-consultation">
      <p className="portal-consultation__source">{read(source)}</p>
      <p className="portal-consultation__at">
        {dateTime(at)} · {read(by)}
      </p>
      <p>{read(purpose)}</p>
      {reason !== null && <p>{t('data.reason', { reason: read(reason) })}</p>}
      <p className="portal-consultation__facts">
        <span>{t('data.law', { law: read(legalBasis) })}</span>
        <span>{t(`data.outcome.${outcome}`)}</span>
        {caseId !== null && caseId !== here && reference !== null && (
          <AppLink href={`/my/cases/${caseId}`}>{reference}</AppLink>
        )}
      </p>
    </li>
  );
};

export interface ConsultationsProps {
  readonly consultations: readonly ConsultationView[];
  /** The case in view, to which no link is needed. */
  readonly here?: string;
}

/** Who asked which source, when, why and on which ground; the newest first. */
export const Consultations = ({ consultations, here }: ConsultationsProps) => (
  <ul className="portal-consultations">
    {consultations
      .toSorted((a, b) => b.at.localeCompare(a.at))
      .map((consultation) => (
        <OneConsultation key={consultation.id} consultation={consultation} here={here} />
      ))}
  </ul>
);
