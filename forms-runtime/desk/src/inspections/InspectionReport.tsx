import type { InspectionView } from '@irisflow/client';
import type { FormDefinition } from '@irisflow/forms';
import { FormView } from '@irisflow/renderer';
import { OpinionFiles } from '../opinions/OpinionAnswer.tsx';

interface ReportProps {
  readonly inspection: Pick<InspectionView, 'form' | 'report' | 'reportDocuments'>;
  readonly url: (documentId: string) => string;
}

/** What was reported, in the form by which it was. */
export const InspectionReport = ({ inspection: { form, report, reportDocuments }, url }: ReportProps) => (
  <div className="iris-stack iris-stack--tight">
    {form !== null && report !== null && <FormView form={form as FormDefinition} data={report} audience="agent" />}
    <OpinionFiles documents={reportDocuments} url={url} />
  </div>
);
