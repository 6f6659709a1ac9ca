import { Button, FileField } from '@irisflow/ui';
import { type ChosenLogo, MAX_LOGO_BYTES } from './branding-draft.ts';
import { useBrandingText } from './branding-texts.ts';
import { type BrandingFieldsProps, isBrandingKey, useFieldError } from './branding-field.ts';

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : ''),
    );
    reader.addEventListener('error', () => reject(reader.error ?? new Error('Expected to read the file')));
    reader.readAsDataURL(file);
  });

/** What is too large is told by the platform's own sentence, without sending it there. */
const chosenOf = async (file: File): Promise<ChosenLogo> => ({
  name: file.name,
  size: file.size,
  content: file.size > MAX_LOGO_BYTES ? '' : await base64Of(file),
});

/** Says why a chosen file is refused, and where in it. */
const useRefusal = ({ draft: { logo }, judgement }: BrandingFieldsProps): string | undefined => {
  const t = useBrandingText();
  if (typeof logo === 'string') return undefined;
  if (logo.size > MAX_LOGO_BYTES) return t('wrong.logo.tooLarge');
  const refused = judgement?.logo?.refused ?? null;
  if (refused === null) return undefined;
  const key = `wrong.logo.${refused.reason}`;
  const where = refused.line === null ? '' : ` ${t('logo.line', { line: String(refused.line) })}`;
  return isBrandingKey(key) ? `${t(key, { what: refused.what })}${where}` : undefined;
};

/** The logo that the portal shows now: taken away, or kept after all. */
const LogoInForce = ({ draft, onChange }: BrandingFieldsProps) => {
  const t = useBrandingText();
  const { logo } = draft;
  if (logo === 'keep')
    return (
      <p>
        <Button tone="quiet" size="small" onClick={() => onChange({ ...draft, logo: 'none' })}>
          {t('logo.remove')}
        </Button>
      </p>
    );
  if (logo !== 'none') return null;
  return (
    <p className="iris-muted">
      {t('logo.removed')}{' '}
      <Button tone="quiet" size="small" onClick={() => onChange({ ...draft, logo: 'keep' })}>
        {t('logo.keep')}
      </Button>
    </p>
  );
};

export const LogoField = (props: BrandingFieldsProps) => {
  const { branding, draft, onChange, wrong } = props;
  const t = useBrandingText();
  const errorAt = useFieldError(wrong);
  const problem = useRefusal(props);
  const { logo } = draft;
  const take = async ([file]: readonly File[]): Promise<void> => {
    if (file !== undefined) onChange({ ...draft, logo: await chosenOf(file) });
  };
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
        problem={problem}
        {...(problem === undefined && errorAt('logo'))}
      />
      {branding.logo !== null && <LogoInForce {...props} />}
    </>
  );
};
