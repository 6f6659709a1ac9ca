import type { CaseDocument, LetterSealView } from '@irisflow/client';
import { StatusTag, SummaryList, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useLetterSeals } from './use-letter-seals.ts';

interface SealProps {
  readonly seal: LetterSealView;
}

const Signatory = ({ seal: { signatory, language } }: SealProps) => {
  const t = useDeskText();
  return (
    signatory !== null && (
      <p className="desk-document__facts">
        {t('seal.signed')}{' '}
        <span lang={language}>
          {signatory.name}, {signatory.capacity}
        </span>
      </p>
    )
  );
};

const Certificate = ({ seal: { at, certificate } }: SealProps) => {
  const t = useDeskText();
  const { date, dateTime } = useFormatters();
  const { holder, issuer, serialNumber, validFrom, validTo } = certificate;
  const period = t('seal.period.value', { from: date(validFrom), to: date(validTo) });
  return (
    <details>
      <summary>{t('seal.certificate', { holder })}</summary>
      <SummaryList
        items={[
          { id: 'at', term: t('seal.set'), value: dateTime(at) },
          { id: 'issuer', term: t('seal.issuer'), value: issuer },
          { id: 'number', term: t('seal.number'), value: serialNumber },
          { id: 'period', term: t('seal.period'), value: period },
        ]}
      />
    </details>
  );
};

interface LetterSealProps {
  readonly caseId: string;
  readonly document: CaseDocument;
}

/** With which certificate a letter was sealed, whose signature stands in it, and whether its file still is the one that was sealed. */
export const LetterSeal = ({ caseId, document: { id, origin } }: LetterSealProps) => {
  const t = useDeskText();
  const { data = [] } = useLetterSeals(caseId, origin === 'letter');
  const seal = data.find(({ documentId }) => documentId === id);
  if (seal === undefined) return null;
  const isValid = seal.state === 'valid';
  return (
    <div className="iris-stack iris-stack--tight">
      <p>
        <StatusTag tone={isValid ? 'success' : 'danger'}>{t(`seal.${seal.state}`)}</StatusTag>
      </p>
      {!isValid && <p>{t('seal.altered.text')}</p>}
      <Signatory seal={seal} />
      <Certificate seal={seal} />
    </div>
  );
};
