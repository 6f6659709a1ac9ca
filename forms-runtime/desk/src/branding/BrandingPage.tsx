import { Answered } from '@irisflow/frame';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { BrandingForm } from './BrandingForm.tsx';
import { useBrandingText } from './branding-texts.ts';
import { useBranding } from './use-branding.ts';

/** The face that my administration gives itself. */
export const BrandingPage = () => {
  const t = useBrandingText();
  const branding = useBranding();
  return (
    <AdministrationFrame title={t('title')} lead={t('lead')}>
      <Answered query={branding}>{(read) => <BrandingForm branding={read} />}</Answered>
    </AdministrationFrame>
  );
};
