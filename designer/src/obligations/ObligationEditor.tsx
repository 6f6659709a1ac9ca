import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { shortName } from '../workspace/file-kinds.ts';
import { JsonFilePage } from '../workspace/JsonFilePage.tsx';
import { controlId } from '../workspace/problem-places.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { useFocusedProblem, useProblemAt, type ProblemAt } from '../workspace/use-problem-places.ts';
import { DueExamples } from './DueExamples.tsx';
import { DueRule } from './DueRule.tsx';
import type { ObligationFile, ObligationPartProps } from './obligation-file.ts';
import { Sanctions } from './Sanctions.tsx';
import './obligations.css';

type PartProps = ObligationPartProps & { problemAt: ProblemAt };

const Facts = ({ obligation, change, problemAt }: PartProps) => {
  const t = useTexts();
  const rights = useNameChoices('right');
  const forms = useNameChoices('form');
  return (
    <>
      <LocalizedField label={t('obligation.name')} value={obligation.name} onChange={(name) => change({ name })} />
      <LocalizedField
        shape="area"
        label={t('obligation.summary')}
        hint={t('obligation.summaryHint')}
        value={obligation.summary}
        onChange={(summary) =>
          change({ summary: Object.values(summary).some((text) => text !== '') ? summary : undefined })
        }
      />
      <div className="form-row form-row--wide">
        <NameSelect
          id={controlId('/right')}
          label={t('obligation.right')}
          hint={t('obligation.rightHint')}
          choices={rights}
          value={obligation.right}
          error={problemAt('/right')}
          onChange={(right) => change({ right: right ?? '' })}
        />
        <NameSelect
          id={controlId('/form')}
          label={t('obligation.form')}
          hint={t('obligation.formHint')}
          choices={forms}
          value={obligation.form}
          error={problemAt('/form')}
          onChange={(form) => change({ form: form ?? '' })}
        />
      </div>
    </>
  );
};

const Windows = ({ obligation, change, problemAt }: PartProps) => {
  const t = useTexts();
  return (
    <div className="form-row">
      <NumberSetting
        id={controlId('/opensDaysBefore')}
        label={t('obligation.opens')}
        hint={t('obligation.opensHint')}
        value={obligation.opensDaysBefore}
        error={problemAt('/opensDaysBefore')}
        onChange={(opensDaysBefore) => change({ opensDaysBefore })}
      />
      <NumberSetting
        id={controlId('/graceDays')}
        label={t('obligation.grace')}
        hint={t('obligation.graceHint')}
        value={obligation.graceDays}
        error={problemAt('/graceDays')}
        onChange={(graceDays) => change({ graceDays })}
      />
    </div>
  );
};

/** What holders of a right have to show time and again: what, when, by which form, and what follows when nothing comes. */
export const ObligationEditor = ({ path, focus }: EditorProps) => {
  const t = useTexts();
  const problemAt = useProblemAt(path);
  useFocusedProblem(focus);
  return (
    <JsonFilePage<ObligationFile>
      path={path}
      eyebrow={t('rail.obligations')}
      title={(obligation) => obligation.name?.[t.locale] || shortName(path)}
      lead={t('obligation.lead')}
    >
      {(obligation, change) => {
        const part: PartProps = {
          obligation,
          problemAt,
          change: (next) => change({ ...obligation, ...next }),
        };
        return (
          <div className="iris-stack iris-stack--loose">
            <Facts {...part} />
            <h2>{t('obligation.due')}</h2>
            <DueRule {...part} />
            <Windows {...part} />
            <DueExamples obligation={obligation} />
            <Sanctions {...part} />
          </div>
        );
      }}
    </JsonFilePage>
  );
};
