import { answer, platform } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { usePersonalText } from '../texts/personal-texts.ts';

/** The other cases of mine that belong to this one. */
export const CaseLinks = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { data } = useQuery({
    queryKey: ['my-case-links', caseId],
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/links', { params: { path: { caseId } } })),
  });
  if (data === undefined || data.links.length === 0) return null;
  return (
    <section className="portal-section" aria-labelledby="links">
      <h2 id="links">{t('case.links')}</h2>
      <ul>
        {data.links.map(({ kind, direction, other }) => (
          <li key={`${kind}-${direction}-${other.id}`}>
            {t(`link.${kind}.${direction}`)} <AppLink href={`/my/cases/${other.id}`}>{other.reference}</AppLink>,{' '}
            {read(other.title)}
          </li>
        ))}
      </ul>
    </section>
  );
};
