import type { AccessView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';

interface OneAccessProps {
  readonly access: AccessView;
  readonly here: string | undefined;
}

/** An opening stands for a day: from the first look to the last one. */
const useMoment = ({ firstAt, lastAt }: AccessView): string => {
  const t = usePersonalText();
  const { dateTime, time } = useFormatters();
  // Looks within one minute read as one moment.
  return dateTime(firstAt) === dateTime(lastAt)
    ? dateTime(firstAt)
    : t('access.between', { from: dateTime(firstAt), to: time(lastAt) });
};

const OneAccess = ({ access, here }: OneAccessProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const moment = useMoment(access);
  const { kind, by, actingAs, purpose, caseId, reference, field } = access;
  return (
    <li className="portal-consultation">
      <p className="portal-consultation__source">
        {field === null ? t(`access.kind.${kind}`) : t('access.field', { field: read(field) })}
      </p>
      <p className="portal-consultation__at">{moment}</p>
      <p>
        {read(by)} · {t(`access.by.${actingAs}`)}
      </p>
      <p className="portal-consultation__facts">
        <span>{t('access.why', { purpose: read(purpose) })}</span>
        {caseId !== null && caseId !== here && <AppLink href={`/my/cases/${caseId}`}>{reference}</AppLink>}
      </p>
    </li>
  );
};

export interface AccessesProps {
  readonly accesses: readonly AccessView[];
  /** The case in view, to which no link is needed. */
  readonly here?: string;
}

/** What an office did with my data, when, in which function and why; the newest first, as the platform sends them. */
export const Accesses = ({ accesses, here }: AccessesProps) => (
  <ul className="portal-consultations">
    {accesses.map((access) => (
      <OneAccess key={access.id} access={access} here={here} />
    ))}
  </ul>
);
