import { answer, platform, type SharedInspection } from '@irisflow/client';
import type { FormDefinition } from '@irisflow/forms';
import { useLocalized } from '@irisflow/frame';
import { FormView } from '@irisflow/renderer';
import { StatusTag, useFormatters } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { documentUrl } from '../cases/document-url.ts';
import { usePersonalText } from '../texts/personal-texts.ts';

interface InspectionProps {
  readonly caseId: string;
  readonly inspection: SharedInspection;
}

const useMyInspections = (caseId: string) =>
  useQuery({
    queryKey: ['my', 'inspections', caseId],
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/inspections', { params: { path: { caseId } } })),
  });

const tones = { compliant: 'success', partly: 'warning', notCompliant: 'danger', notSeen: 'neutral' } as const;

const Standing = ({ inspection: { state, outcome, dueOn, visitOn } }: Pick<InspectionProps, 'inspection'>) => {
  const t = usePersonalText();
  const { fullDate, longDate } = useFormatters();
  if (outcome !== null)
    return (
      <p>
        <StatusTag tone={tones[outcome]}>{t(`inspection.outcome.${outcome}`)}</StatusTag>
      </p>
    );
  if (state !== 'asked') return <p>{t(state === 'withdrawn' ? 'inspection.withdrawn' : 'inspection.expired')}</p>;
  return (
    <p>
      {visitOn === null
        ? t('inspection.waits', { day: longDate(dueOn) })
        : t('inspection.visitOn', { day: fullDate(visitOn) })}
    </p>
  );
};

const Inspection = ({ caseId, inspection }: InspectionProps) => {
  const read = useLocalized();
  const { label, administration, address, form, report, reportDocuments } = inspection;
  return (
    <li className="iris-stack iris-stack--tight">
      <h3>{`${read(label)}, ${read(administration)}`}</h3>
      <p>{address}</p>
      <Standing inspection={inspection} />
      {form !== null && report !== null && (
        <FormView form={form as FormDefinition} data={report} audience="applicant" />
      )}
      {reportDocuments.length > 0 && (
        <ul>
          {reportDocuments.map(({ id, name }) => (
            <li key={id}>
              <a href={documentUrl(caseId, id)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** What was looked at for my case and what was found, where I may read it; nothing where there is nothing. */
export const CaseInspections = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const { data = [] } = useMyInspections(caseId);
  if (data.length === 0) return null;
  return (
    <section className="portal-section" aria-labelledby="inspections">
      <h2 id="inspections">{t('inspections')}</h2>
      <ul className="portal-opinions">
        {data.map((inspection) => (
          <Inspection key={inspection.id} caseId={caseId} inspection={inspection} />
        ))}
      </ul>
    </section>
  );
};
