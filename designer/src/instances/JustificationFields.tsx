import { Select, TextArea } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { categories, type JustificationInput } from './use-justification.ts';

const MAX_REASON = 2000;

/** Why something is done: a category that the applicant reads, and words that the auditor reads. */
export const JustificationFields = ({ input }: { input: JustificationInput }) => {
  const t = useTexts();
  return (
    <>
      <Select
        id="justification-category"
        label={t('justification.category')}
        options={categories.map((category) => ({ value: category, label: t(`justification.category.${category}`) }))}
        value={input.category}
        onChange={input.setCategory}
        error={input.isCategoryMissing ? t('justification.categoryMissing') : undefined}
      />
      <TextArea
        id="instance-reason"
        label={t('instance.reason')}
        hint={t('justification.hint')}
        rows={3}
        maxLength={MAX_REASON}
        value={input.reason}
        onChange={input.setReason}
        error={input.isReasonMissing ? t('instance.reasonMissing') : undefined}
      />
    </>
  );
};
