import type { ProcedureProblem } from '@irisflow/foundation';
import { missingLanguages, type LegalReference } from '../legal-reference.ts';
import { languageNames } from '../problem-texts.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

interface Named {
  readonly subject: string;
  readonly reference: LegalReference;
  readonly pointer: string;
}

const problemsOf = ({ subject, reference, pointer }: Named): ProcedureProblem[] =>
  missingLanguages(reference).map((locale) =>
    problemOf({
      file: 'procedure.json',
      code: 'TEXT_MISSING',
      subject,
      found: languageNames[locale] ?? locale,
      place: { pointer: `${pointer}/${locale}` },
    }),
  );

/** In which language a law that terms, sources, times of keeping and points of checklists rest on has no name. */
export const lintLegalReferences = ({ description }: ProcedureFolder): ProcedureProblem[] => {
  if (description === null) return [];
  const terms = description.terms.map(({ key, legalRef }, index) => ({
    subject: `terms.${key}.legalRef`,
    reference: legalRef,
    pointer: `/terms/${index}/legalRef`,
  }));
  const sources = description.sources.map(({ key, legalBasis }, index) => ({
    subject: `sources.${key}.legalBasis`,
    reference: legalBasis,
    pointer: `/sources/${index}/legalBasis`,
  }));
  const retention = (description.retention ?? []).map(({ legalRef }, index) => ({
    subject: `retention.${index}.legalRef`,
    reference: legalRef,
    pointer: `/retention/${index}/legalRef`,
  }));
  const inquiries = (['opinions', 'hearings', 'inspections'] as const).flatMap((name) =>
    (description[name] ?? []).flatMap(({ key, legalRef }, index) =>
      legalRef === undefined
        ? []
        : [{ subject: `${name}.${key}.legalRef`, reference: legalRef, pointer: `/${name}/${index}/legalRef` }],
    ),
  );
  const points = Object.entries(description.tasks).flatMap(([id, { checklist = [] }]) =>
    checklist.flatMap(({ key, legalRef }, index) => {
      const pointer = `/tasks/${id}/checklist/${index}/legalRef`;
      return legalRef === undefined ? [] : [{ subject: `tasks.${id}.checklist.${key}`, reference: legalRef, pointer }];
    }),
  );
  return [...terms, ...sources, ...retention, ...inquiries, ...points].flatMap(problemsOf);
};
