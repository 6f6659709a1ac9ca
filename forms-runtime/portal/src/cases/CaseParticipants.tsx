import { answer, platform, type CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Notice, useFormatters } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { usePersonalText } from '../texts/personal-texts.ts';

/** In which part whoever reads takes part in the case of somebody else; nothing for its applicant. */
export const OwnPart = ({ view: { part, applicant } }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const read = useLocalized();
  if (part === null) return null;
  return (
    <Notice tone="info" title={t('participant.own', { name: applicant })}>
      {t(`participant.own.${part.access === 'act' ? 'act' : 'read'}`, { role: read(part.role) })}
    </Notice>
  );
};

/** Who else takes part in the case, and what each may do. */
export const CaseParticipants = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { date } = useFormatters();
  const { data } = useQuery({
    queryKey: ['my-case-participants', caseId],
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/participants', { params: { path: { caseId } } })),
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="portal-section" aria-labelledby="participants">
      <h2 id="participants">{t('participants')}</h2>
      <ul>
        {data.map(({ name, role, access, validFrom }) => (
          <li key={`${name}-${role.fr}-${validFrom}`}>
            <strong>{name}</strong>, {read(role)}. {t(`participant.access.${access}`)}{' '}
            <span className="iris-muted">{t('participant.since', { day: date(validFrom) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
