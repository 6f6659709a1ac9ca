import type { PartInCase } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, StatusTag, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Cases of others in which somebody takes or took part. */
export const PartsInCases = ({ parts }: { readonly parts: readonly PartInCase[] }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  if (parts.length === 0) return <p className="iris-muted">{t('party.parts.none')}</p>;
  return (
    <ul className="desk-mandates">
      {parts.map(({ caseId, reference, title, applicant, role, validFrom, validTo, state }) => (
        <li key={`${caseId}-${role.fr}-${validFrom}`}>
          <p className="iris-row">
            <strong>{read(role)}</strong>
            <AppLink href={`/cases/${caseId}`}>{reference}</AppLink>
            <StatusTag tone={state === 'inForce' ? 'success' : 'neutral'}>{t(`mandate.state.${state}`)}</StatusTag>
          </p>
          <p className="iris-muted">
            {[
              read(title),
              applicant,
              validTo === null
                ? t('mandate.from', { day: date(validFrom) })
                : t('mandate.fromTo', { first: date(validFrom), last: date(validTo) }),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
};
