import type { Branding, BrandingJudgement } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, FileField, localeNames, locales, TextArea, TextField, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import {
  type BrandingDraft,
  colorOf,
  MAX_LOGO_BYTES,
  type TextField as TextName,
  type Wrong,
} from './branding-draft.ts';
import { type BrandingKey, brandingTexts, useBrandingText } from './branding-texts.ts';

export interface BrandingFieldsProps {
  readonly branding: Branding;
  readonly draft: BrandingDraft;
  readonly onChange: (draft: BrandingDraft) => void;
  readonly judgement: BrandingJudgement | undefined;
  /** By the id of a field. */
  readonly wrong: ReadonlyMap<string, Wrong>;
}

const isKey = (key: string): key is BrandingKey => Object.hasOwn(brandingTexts.fr, key);

/** Says what is wrong with a field. */
const useError = (wrong: BrandingFieldsProps['wrong']) => {
  const t = useBrandingText();
  return (id: string): { readonly error?: string } => {
    const found = wrong.get(id);
    if (found === undefined) return {};
    const key = `wrong.${found.keyword}`;
    return { error: isKey(key) ? t(key, found.params) : t('wrong.other') };
  };
};

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : ''),
    );
    reader.addEventListener('error', () => reject(reader.error ?? new Error('Expected to read the file')));
    reader.readAsDataURL(file);
  });

const LogoField = ({ branding, draft, onChange, judgement, wrong }: BrandingFieldsProps) => {
  const t = useBrandingText();
  const errorAt = useError(wrong);
  const { logo } = draft;
  const refused = typeof logo === 'string' ? null : (judgement?.logo?.refused ?? null);
  const key = `wrong.logo.${refused?.reason ?? ''}`;
  const where = refused === null || refused.line === null ? '' : ` ${t('logo.line', { line: String(refused.line) })}`;
  const problem = refused !== null && isKey(key) ? `${t(key, { what: refused.what })}${where}` : undefined;
  const isInForce = logo === 'keep' && branding.logo !== null;
  const take = async ([file]: readonly File[]): Promise<void> => {
    // What is too large is told by the platform's own sentence, without sending it there.
    if (file !== undefined)
      onChange({
        ...draft,
        logo: { name: file.name, size: file.size, content: file.size > MAX_LOGO_BYTES ? '' : await base64Of(file) },
      });
  };
  const isTooLarge = typeof logo !== 'string' && logo.size > MAX_LOGO_BYTES;
  return (
    <>
      <FileField
        id="logo"
        label={t('logo')}
        hint={t('logo.hint')}
        accept={['image/svg+xml', 'image/png']}
        files={typeof logo === 'string' ? [] : [{ id: 'new', name: logo.name, size: logo.size }]}
        onAdd={(files) => void take(files)}
        onRemove={() => onChange({ ...draft, logo: 'keep' })}
        problem={isTooLarge ? t('wrong.logo.tooLarge') : problem}
        {...(problem === undefined && errorAt('logo'))}
      />
      {isInForce && (
        <p>
          <Button tone="quiet" size="small" onClick={() => onChange({ ...draft, logo: 'none' })}>
            {t('logo.remove')}
          </Button>
        </p>
      )}
      {logo === 'none' && branding.logo !== null && (
        <p className="iris-muted">
          {t('logo.removed')}{' '}
          <Button tone="quiet" size="small" onClick={() => onChange({ ...draft, logo: 'keep' })}>
            {t('logo.keep')}
          </Button>
        </p>
      )}
    </>
  );
};

const AccentField = ({ draft, onChange, judgement, wrong }: BrandingFieldsProps) => {
  const t = useBrandingText();
  const { number } = useFormatters();
  const errorAt = useError(wrong);
  const color = colorOf(draft.accent);
  const judged = judgement?.accent ?? null;
  const isOfThis = color !== null && judged !== null && judged.accent.color === color;
  const [worst] = judged?.contrasts ?? [];
  const said = {
    ratio: number(worst?.ratio ?? 0),
    needed: number(judged?.needed ?? 0),
    nearest: judged?.nearest ?? '',
  };
  const fails = isOfThis && !judged.passes;
  return (
    <>
      <div className="desk-accent">
        <TextField
          id="accent"
          label={t('accent')}
          hint={t('accent.hint')}
          size="10"
          code
          maxLength={7}
          value={draft.accent}
          onChange={(accent) => onChange({ ...draft, accent })}
          {...(fails ? { error: t('accent.fails', said) } : errorAt('accent'))}
        />
        <label className="desk-accent__pick">
          <span className="iris-visually-hidden">{t('accent.pick')}</span>
          <input
            type="color"
            value={color ?? '#44379b'}
            onChange={({ target }) => onChange({ ...draft, accent: target.value })}
          />
        </label>
      </div>
      {fails && (
        <p>
          <Button tone="secondary" size="small" onClick={() => onChange({ ...draft, accent: judged.nearest })}>
            {t('accent.take', said)}
          </Button>
        </p>
      )}
      <output className="iris-muted">{isOfThis && judged.passes ? t('accent.passes', said) : ''}</output>
    </>
  );
};

interface TextsProps extends BrandingFieldsProps {
  readonly field: TextName;
  readonly lines?: number;
}

const Texts = ({ field, lines, draft, onChange, wrong }: TextsProps) => {
  const t = useBrandingText();
  const errorAt = useError(wrong);
  return locales.map((locale) => {
    const about = {
      id: `${field}-${locale}`,
      label: t('in', { what: t(field), language: localeNames[locale] }),
      value: draft[field][locale],
      onChange: (text: string) => onChange({ ...draft, [field]: { ...draft[field], [locale]: text } }),
      ...errorAt(`${field}-${locale}`),
    };
    return lines === undefined ? (
      <TextField key={locale} {...about} maxLength={70} />
    ) : (
      <TextArea key={locale} {...about} rows={lines} />
    );
  });
};

/** All that an administration may give itself. Its name is not among it: nobody gives themselves the name of others. */
export const BrandingFields = (fields: BrandingFieldsProps) => {
  const t = useBrandingText();
  const read = useLocalized();
  const { branding, draft, onChange, wrong } = fields;
  const errorAt = useError(wrong);
  return (
    <>
      <Section id="look-title" title={t('look')}>
        <p className="iris-prose">
          <strong className="desk-branding__name">{read(branding.administration.name)}</strong>
          <br />
          <span className="iris-muted">{t('name.hint')}</span>
        </p>
        <LogoField {...fields} />
        <AccentField {...fields} />
      </Section>
      <Section id="mails-title" title={t('mails')}>
        <p className="iris-muted iris-prose">{t('mails.hint')}</p>
        <Texts {...fields} field="senderName" />
        <TextField
          id="replyTo"
          type="email"
          label={t('replyTo')}
          hint={t('replyTo.hint')}
          value={draft.replyTo}
          maxLength={254}
          onChange={(replyTo) => onChange({ ...draft, replyTo })}
          {...errorAt('replyTo')}
        />
      </Section>
      <Section id="letters-title" title={t('letters')}>
        <p className="iris-muted iris-prose">{t('letters.hint')}</p>
        <Texts {...fields} field="letterAddress" lines={4} />
        <Texts {...fields} field="letterFooter" lines={2} />
      </Section>
    </>
  );
};
