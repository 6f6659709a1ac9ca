import { answer, type LetterSealView, platform } from '@irisflow/client';
import { Notice } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { usePersonalText } from '../texts/personal-texts.ts';

/** The sealed letters of my case; not asked where it has no letter. */
export const useLetterSeals = (caseId: string, hasLetters: boolean): readonly LetterSealView[] => {
  const { data = [] } = useQuery({
    queryKey: ['my-seals', caseId],
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/seals', { params: { path: { caseId } } })),
    enabled: hasLetters,
  });
  return data;
};

/** Whose seal a letter has, and who signed it; a warning where its file is no longer the one that was sealed. */
export const LetterSeal = ({ seal }: { readonly seal: LetterSealView }) => {
  const t = usePersonalText();
  const { state, signatory, language, certificate } = seal;
  const { holder, issuer, serialNumber: number } = certificate;
  if (state === 'altered') return <Notice tone="danger">{t('seal.altered', { holder })}</Notice>;
  return (
    <>
      <p className="portal-files__facts">{t('seal.valid', { holder })}</p>
      {signatory !== null && (
        <p className="portal-files__facts">
          {t('seal.signed')}{' '}
          <span lang={language}>
            {signatory.name}, {signatory.capacity}
          </span>
        </p>
      )}
      <p className="portal-files__facts">{t('seal.certificate', { issuer, number })}</p>
    </>
  );
};
