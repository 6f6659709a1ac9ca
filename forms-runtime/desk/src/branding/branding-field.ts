import type { Branding, BrandingJudgement } from '@irisflow/client';
import type { BrandingDraft, Wrong } from './branding-draft.ts';
import { type BrandingKey, brandingTexts, useBrandingText } from './branding-texts.ts';

export interface BrandingFieldsProps {
  readonly branding: Branding;
  readonly draft: BrandingDraft;
  readonly onChange: (draft: BrandingDraft) => void;
  readonly judgement: BrandingJudgement | undefined;
  /** By the id of a field. */
  readonly wrong: ReadonlyMap<string, Wrong>;
}

export const isBrandingKey = (key: string): key is BrandingKey => Object.hasOwn(brandingTexts.fr, key);

/** Says what is wrong with a field. */
export const useFieldError = (wrong: BrandingFieldsProps['wrong']) => {
  const t = useBrandingText();
  return (id: string): { readonly error?: string } => {
    const found = wrong.get(id);
    if (found === undefined) return {};
    const key = `wrong.${found.keyword}`;
    return { error: isBrandingKey(key) ? t(key, found.params) : t('wrong.other') };
  };
};
