import { readAt, segmentsOf, type Audience, type CompiledForm, type FieldError } from '@irisflow/forms';
import { acceptSubmission } from '@irisflow/forms/server';
import { CaseworkError, type FormData } from '@irisflow/foundation';
import type { DocumentRow } from '../storage/documents.ts';
import type { PrefilledValue } from '../views/application.ts';
import { prefilledOf } from './application-form.ts';

interface Answers {
  readonly data: FormData;
  readonly prefill: readonly PrefilledValue[];
  readonly documents: readonly DocumentRow[];
  /** The day in Brussels. */
  readonly today: string;
  /** Who answers: only an office answers what the form keeps for it. The applicant, where it is left out. */
  readonly audience?: Audience;
}

interface Accepted {
  readonly data: FormData;
  readonly documentIds: readonly string[];
  /** Pointers of locked values that the sender tried to change; the server's values stand. */
  readonly tampered: readonly string[];
}

const isReference = (value: unknown): value is { id: string; sha256: string } =>
  typeof value === 'object' && value !== null && 'id' in value && 'sha256' in value;

const referencesAt = (data: FormData, pointer: string): readonly unknown[] => {
  const value = readAt(data, segmentsOf(pointer));
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

/** A reference counts only when it names a file that was uploaded to this very field. */
const fileErrors = (form: CompiledForm, data: FormData, documents: readonly DocumentRow[]) => {
  const errors: FieldError[] = [];
  const documentIds: string[] = [];
  for (const { pointer, file } of form.controls) {
    if (file === undefined) continue;
    const references = referencesAt(data, pointer);
    if (references.length > file.maxCount)
      errors.push({ pointer, keyword: 'maxItems', params: { limit: file.maxCount } });
    for (const reference of references) {
      const document = documents.find(
        (candidate) =>
          isReference(reference) &&
          candidate.id === reference.id &&
          candidate.sha256 === reference.sha256 &&
          candidate.pointer === pointer,
      );
      if (document === undefined) errors.push({ pointer, keyword: 'document', params: {} });
      else documentIds.push(document.id);
    }
  }
  return { errors, documentIds };
};

/**
 * Runs the form's rules again on what was sent: hidden fields go, locked values are put back, everything is validated,
 * files must be there. Fails with FORM_INVALID naming each field.
 */
export const acceptAnswers = (form: CompiledForm, answers: Answers): Accepted => {
  const accepted = acceptSubmission(form, answers.data, {
    prefilled: prefilledOf(answers.prefill),
    context: { audience: answers.audience ?? 'applicant', today: answers.today },
  });
  const strangers = accepted.removed
    .filter(({ reason }) => reason !== 'hidden')
    .map(({ pointer }) => ({ pointer, keyword: 'additionalProperties', params: {} }));
  const files = fileErrors(form, accepted.data, answers.documents);
  const errors = [...accepted.errors, ...strangers, ...files.errors];
  if (errors.length === 0) return { data: accepted.data, documentIds: files.documentIds, tampered: accepted.tampered };
  const [first] = errors;
  throw new CaseworkError(
    'FORM_INVALID',
    `Expected valid answers, but ${errors.length} are not, the first at ${first?.pointer}: ${first?.keyword}`,
    { errors },
  );
};
