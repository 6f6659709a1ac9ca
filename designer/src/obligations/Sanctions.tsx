import { KeySetting } from '../app/KeySetting.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { freeKey } from '../app/free-key.ts';
import { useTexts } from '../texts/use-texts.ts';
import { controlId } from '../workspace/problem-places.ts';
import type { ProblemAt } from '../workspace/use-problem-places.ts';
import type { ObligationPartProps, Sanction } from './obligation-file.ts';

/** The steps that follow when nothing comes, the mildest first. */
export const Sanctions = ({ obligation, change, problemAt }: ObligationPartProps & { problemAt: ProblemAt }) => {
  const t = useTexts();
  const steps = obligation.sanctions ?? [];
  const keys = steps.map(({ key }) => key);
  const blank: Sanction = {
    key: freeKey('step', keys),
    name: { fr: '', nl: '', en: '' },
    daysAfter: (steps.at(-1)?.daysAfter ?? 0) + 15,
  };
  return (
    <ListEditor
      title={t('obligation.sanctions')}
      hint={t('obligation.sanctionsHint')}
      items={steps}
      blank={blank}
      itemName={(index) => steps[index]?.name?.[t.locale] || steps[index]?.key || `${index + 1}`}
      onChange={(sanctions) => change({ sanctions })}
    >
      {(step, changeStep, index) => (
        <div className="iris-stack iris-stack--tight">
          <LocalizedField
            label={t('obligation.sanctionName')}
            value={step.name}
            onChange={(name) => changeStep({ ...step, name })}
          />
          <div className="form-row">
            <NumberSetting
              id={controlId(`/sanctions/${index}/daysAfter`)}
              label={t('obligation.daysAfter')}
              hint={t('obligation.daysAfterHint')}
              value={step.daysAfter}
              error={problemAt(`/sanctions/${index}/daysAfter`)}
              onChange={(daysAfter) => changeStep({ ...step, daysAfter })}
            />
            <KeySetting
              id={controlId(`/sanctions/${index}/key`)}
              label={t('settings.key')}
              hint={t('obligation.sanctionKeyHint')}
              value={step.key}
              taken={keys}
              error={problemAt(`/sanctions/${index}/key`)}
              onChange={(key) => changeStep({ ...step, key })}
            />
          </div>
        </div>
      )}
    </ListEditor>
  );
};
