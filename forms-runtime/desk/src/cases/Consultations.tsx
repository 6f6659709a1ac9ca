import type { CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Timeline, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Which sources were asked about the applicant, why, and on what basis. */
export const Consultations = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  if (file.consultations.length === 0) return <p className="iris-muted">{t('file.sources.empty')}</p>;
  const entries = file.consultations.map(({ id, at, source, purpose, legalBasis, by, outcome }) => ({
    id,
    title: read(source),
    at: `${dateTime(at)} · ${read(by)} · ${t(`consultation.${outcome}`)}`,
    ...(outcome !== 'answered' && { tone: 'warning' as const }),
    content: (
      <p className="iris-muted">
        {read(purpose)} ({legalBasis[file.language]})
      </p>
    ),
  }));
  return <Timeline entries={entries} />;
};
