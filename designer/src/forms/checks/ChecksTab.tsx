import { Notice, StatusTag, type TagTone } from '@irisflow/ui';
import { parseForm, type FormDefinition } from '@irisflow/forms';
import { useMemo } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { useDraft } from '../../workspace/draft-context.ts';
import { kindOfFile, shortName } from '../../workspace/file-kinds.ts';
import { checkQuality, minutesToFill, type Around, type QualityFinding } from '../edit/quality.ts';
import { findPlace } from '../edit/tree.ts';
import { useFormEditing } from '../editing.ts';
import { sourceValues, useSourceWords } from '../panel/source-values.ts';
import { useElementWords } from '../use-element-words.ts';

const tones = { error: 'danger', warning: 'warning', advice: 'neutral' } as const satisfies Readonly<
  Record<string, TagTone>
>;

/** The other forms of the procedure that people answer. */
const useOtherForms = (form: FormDefinition): Around['others'] => {
  const { files } = useDraft().state;
  return useMemo(
    () =>
      [...files]
        .filter(([path]) => kindOfFile(path) === 'form')
        .flatMap(([path, content]) => {
          const parsed = parseForm(content);
          return parsed.ok && parsed.form.key !== form.key ? [{ name: shortName(path), form: parsed.form }] : [];
        }),
    [files, form.key],
  );
};

const useFindings = (): readonly QualityFinding[] => {
  const { filled: form, sources, described, isTaskForm, taskForms } = useFormEditing();
  const others = useOtherForms(form);
  return useMemo(
    () =>
      checkQuality(form, {
        sources: sourceValues(sources),
        described,
        // What clerks answer is not asked of people a second time.
        others: others.filter((other) => !taskForms.includes(other.form.key)),
        isTaskForm,
      }),
    [form, sources, described, isTaskForm, taskForms, others],
  );
};

/** What would be better, with a way to its place. */
export const ChecksTab = ({ onGo }: { readonly onGo: (elementId: string) => void }) => {
  const t = useTexts();
  const { form } = useFormEditing();
  const words = useElementWords(form);
  const sourceWords = useSourceWords();
  const findings = useFindings();
  const nameOf = ({ elementId }: QualityFinding): string => {
    const element = elementId === null ? undefined : findPlace(form, elementId)?.element;
    return element === undefined ? t('forms.section.form') : words.name(element);
  };
  const detailOf = ({ code, detail }: QualityFinding): string =>
    code === 'KNOWN_TO_SOURCE' || code === 'ASKED_AGAIN' ? sourceWords.value(detail) : detail;
  return (
    <section className="checks" aria-label={t('forms.tab.checks')}>
      <p>{t.plural('forms.checks.minutes', minutesToFill(form))}</p>
      {findings.length === 0 && <Notice tone="success" title={t('forms.checks.none')} />}
      <ul className="checks__list">
        {findings.map((one) => {
          const { elementId, code, severity, detail } = one;
          return (
            <li key={`${code} ${elementId} ${detail}`}>
              <StatusTag tone={tones[severity]}>{t(`forms.checks.${severity}`)}</StatusTag>
              <span className="checks__text">
                {elementId === null ? (
                  <strong>{nameOf(one)}</strong>
                ) : (
                  <button type="button" className="translations__go" onClick={() => onGo(elementId)}>
                    {nameOf(one)}
                  </button>
                )}
                <span>{t(`forms.check.${code}`, { detail: detailOf(one) })}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
