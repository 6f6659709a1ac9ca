import { answer, platform, type SharedOpinion } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { StatusTag, useFormatters } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { documentUrl } from '../cases/document-url.ts';
import { usePersonalText } from '../texts/personal-texts.ts';

interface OpinionProps {
  readonly caseId: string;
  readonly opinion: SharedOpinion;
}

const useMyOpinions = (caseId: string) =>
  useQuery({
    queryKey: ['my', 'opinions', caseId],
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/opinions', { params: { path: { caseId } } })),
  });

const tones = { favorable: 'success', conditional: 'warning', unfavorable: 'danger', abstained: 'neutral' } as const;

const Standing = ({ opinion }: Pick<OpinionProps, 'opinion'>) => {
  const t = usePersonalText();
  const { longDate } = useFormatters();
  const { state, outcome, dueOn } = opinion;
  if (outcome !== null)
    return (
      <p>
        <StatusTag tone={tones[outcome]}>{t(`opinion.outcome.${outcome}`)}</StatusTag>
        {state === 'expired' && ` ${t('opinion.tacit')}`}
      </p>
    );
  if (state === 'asked') return <p>{t('opinion.waits', { day: longDate(dueOn) })}</p>;
  return <p>{t(state === 'withdrawn' ? 'opinion.withdrawn' : 'opinion.expired')}</p>;
};

const Words = ({ title, text }: { readonly title: string; readonly text: string | null }) =>
  text === null ? null : (
    <div>
      <h4>{title}</h4>
      <p className="portal-message__text">{text}</p>
    </div>
  );

const Opinion = ({ caseId, opinion }: OpinionProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { label, administration, conditions, motivation, answerDocuments } = opinion;
  return (
    <li className="iris-stack iris-stack--tight">
      <h3>{label === null ? read(administration) : `${read(label)}, ${read(administration)}`}</h3>
      <Standing opinion={opinion} />
      <Words title={t('opinion.conditions')} text={conditions} />
      <Words title={t('opinion.motivation')} text={motivation} />
      {answerDocuments.length > 0 && (
        <ul>
          {answerDocuments.map(({ id, name }) => (
            <li key={id}>
              <a href={documentUrl(caseId, id)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** What others were asked about my case and what they said, where I may read it; nothing where there is nothing. */
export const CaseOpinions = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const { data = [] } = useMyOpinions(caseId);
  if (data.length === 0) return null;
  return (
    <section className="portal-section" aria-labelledby="opinions">
      <h2 id="opinions">{t('opinions')}</h2>
      <p className="iris-prose">{t('opinions.text')}</p>
      <ul className="portal-opinions">
        {data.map((opinion) => (
          <Opinion key={opinion.id} caseId={caseId} opinion={opinion} />
        ))}
      </ul>
    </section>
  );
};
