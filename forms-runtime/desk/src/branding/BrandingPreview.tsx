import type { Branding, BrandingJudgement, Look } from '@irisflow/client';
import { Branded } from '@irisflow/frame';
import { useLocale } from '@irisflow/ui';
import { InEachLanguage } from '../app/InEachLanguage.tsx';
import { type BrandingDraft, colorOf } from './branding-draft.ts';
import { useBrandingText } from './branding-texts.ts';

export interface BrandingPreviewProps {
  readonly branding: Branding;
  readonly draft: BrandingDraft;
  readonly judgement: BrandingJudgement | undefined;
}

const logoOf = ({ branding, draft, judgement }: BrandingPreviewProps): Look['logo'] => {
  if (draft.logo === 'none') return null;
  if (draft.logo === 'keep') return branding.logo;
  const judged = judgement?.logo;
  if (judged === undefined || judged === null) return null;
  const { content, mediaType, width, height } = judged;
  if (content === null || mediaType === null || width === null || height === null) return null;
  return { url: `data:${mediaType};base64,${content}`, width, height };
};

/** As pages would show it: what is refused of it is left out. */
const useLook = (props: BrandingPreviewProps): Look => {
  const { branding, draft, judgement } = props;
  const color = colorOf(draft.accent);
  const judged = judgement?.accent;
  const own = branding.accent?.color === color ? branding.accent : null;
  const accent = color !== null && judged?.passes === true && judged.accent.color === color ? judged.accent : own;
  return { name: branding.administration.name, accent, logo: logoOf(props) };
};

const Sample = ({ draft, look }: { readonly draft: BrandingDraft; readonly look: Look }) => {
  const t = useBrandingText();
  const locale = useLocale();
  const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
  const { senderName, letterAddress, letterFooter, replyTo } = draft;
  return (
    <div className="desk-branding__samples">
      <h3>{t('preview.portal')}</h3>
      <div className="desk-branding__sheet">
        <Branded look={look}>
          <p>
            {t('preview.text')} <span className="desk-branding__link">{t('preview.link')}</span>
          </p>
          <p>
            <span className="iris-button">{t('preview.button')}</span>
          </p>
          <p className="desk-branding__soft">{t('preview.note')}</p>
        </Branded>
      </div>
      <h3>{t('preview.mail')}</h3>
      <p className="desk-branding__sheet desk-branding__mail">
        {t('preview.from', { name: senderName[locale].trim() === '' ? t('preview.platform') : senderName[locale] })}
        <br />
        {replyTo.trim() === '' ? t('preview.noReply') : t('preview.replyTo', { address: replyTo })}
      </p>
      <h3>{t('preview.letter')}</h3>
      <div className="desk-branding__sheet desk-branding__letter">
        <Branded look={look}>{null}</Branded>
        {lines(letterAddress[locale]).map((line, index) => (
          <p key={`${index} ${line}`}>{line}</p>
        ))}
        <hr />
        <p>{t('preview.contact')}</p>
        {lines(letterFooter[locale]).map((line, index) => (
          <p key={`${index} ${line}`}>{line}</p>
        ))}
      </div>
    </div>
  );
};

/** How it will look, while it is typed, in each language. */
export const BrandingPreview = (props: BrandingPreviewProps) => {
  const t = useBrandingText();
  const look = useLook(props);
  return (
    <section className="desk-branding__preview" aria-labelledby="preview-title">
      <h2 id="preview-title" className="iris-section-title">
        {t('preview')}
      </h2>
      <InEachLanguage label={t('preview.language')}>
        <Sample draft={props.draft} look={look} />
      </InEachLanguage>
    </section>
  );
};
