import { FieldGroup, localeNames, locales, TextArea, TextField } from '@irisflow/ui';
import { useCampaignText } from './campaign-texts.ts';
import type { Missing, PlanDraft } from './plan-draft.ts';

export interface PartProps {
  readonly draft: PlanDraft;
  readonly onChange: (change: Partial<PlanDraft>) => void;
  /** What was missing when it was last tried to save it. */
  readonly missing: readonly Missing[];
}

type Said = 'title' | 'purpose' | 'legalBasis';

const MAX: Readonly<Record<Said, number>> = { title: 120, purpose: 600, legalBasis: 600 };

/** One thing in French, Dutch and, where somebody wants to be kind, English. */
const InLanguages = ({ draft, onChange, missing, what }: PartProps & { readonly what: Said }) => {
  const t = useCampaignText();
  const Control = what === 'title' ? TextField : TextArea;
  return (
    <FieldGroup
      id={`campaign-${what}`}
      label={t(`${what}.label`)}
      hint={t(`${what}.hint`)}
      {...(missing.includes(what) && { error: t('missing.words') })}
    >
      <div className="iris-stack iris-stack--tight">
        {locales.map((locale) => (
          <Control
            key={locale}
            id={`campaign-${what}-${locale}`}
            label={localeNames[locale]}
            maxLength={MAX[what]}
            {...(locale === 'en' && { optional: true })}
            value={draft[what][locale]}
            onChange={(value: string) => onChange({ [what]: { ...draft[what], [locale]: value } })}
          />
        ))}
      </div>
    </FieldGroup>
  );
};

/** What people read: what they are invited to, why, and by which law. */
export const WordsFields = (part: PartProps) => (
  <>
    <InLanguages {...part} what="title" />
    <InLanguages {...part} what="purpose" />
    <InLanguages {...part} what="legalBasis" />
  </>
);
