import { LinkButton } from '@irisflow/ui';
import { useAppointmentText } from './appointment-texts.ts';
import { useCounters } from './use-counters.ts';

export interface ComeProps {
  readonly procedureKey: string;
  /** The case that it is about. */
  readonly caseId?: string;
}

/** The way to an hour at a counter, where the procedure has one. */
export const ComeToCounter = ({ procedureKey, caseId }: ComeProps) => {
  const t = useAppointmentText();
  const { data: counters = [] } = useCounters(procedureKey);
  if (counters.length === 0) return null;
  const about = caseId === undefined ? '' : `?case=${encodeURIComponent(caseId)}`;
  return (
    <p>
      <LinkButton
        href={`/procedures/${procedureKey}/appointment${about}`}
        tone="secondary"
        size="small"
        trailingIcon="arrowRight"
      >
        {t('book')}
      </LinkButton>
    </p>
  );
};
