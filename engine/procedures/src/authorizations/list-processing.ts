import { requireStaff } from '@irisflow/access';
import { formText, type CompiledForm } from '@irisflow/forms';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { PublishedProcedure } from '../procedure-library.ts';
import { legalText } from '../legal-reference.ts';
import type { UseCase } from '../surroundings.ts';
import type { Processing } from '../views/processing.ts';
import { listPublishedProcedures } from '../view-procedures.ts';

/** What a form asks; what is declared or calculated is not asked. */
const labelsOf = ({ form, controls }: CompiledForm): LocalizedText[] =>
  controls
    .filter(({ widget }) => widget !== 'declaration' && widget !== 'computed')
    .map(({ i18n }) => inEveryLocale((locale) => formText(form, locale, `${i18n}.label`)));

const viewProcessing = ({ key, version, description, forms, jobTypes }: PublishedProcedure): Processing => ({
  procedureKey: key,
  version,
  title: description.title,
  purpose: description.summary,
  legalBasis: description.legalBasis.map(({ title }) => title),
  asked: [forms.get(description.application.form)].flatMap((form) => (form === undefined ? [] : labelsOf(form))),
  sources: description.sources.map(({ key: source, name, what, purpose, legalBasis, fields = [] }) => ({
    key: source,
    name,
    what,
    purpose,
    legalBasis: legalText(legalBasis),
    fields,
  })),
  others: description.sources.flatMap(({ reasonForOthers }) => reasonForOthers ?? []),
  retention: (description.retention ?? []).map((rule) => ({ ...rule, legalRef: legalText(rule.legalRef) })),
  recipients: [...jobTypes].toSorted(),
});

/** What the published procedures of the administrator's administration do with personal data: written by no hand, so never stale. */
export const listProcessing: UseCase<Record<string, never>, Processing[]> = async ({ database, library }, actor) => {
  const { administration } = requireStaff(actor, ['administrator']);
  const published = await listPublishedProcedures(database, library);
  return published.filter((one) => one.administration === administration).map(viewProcessing);
};
