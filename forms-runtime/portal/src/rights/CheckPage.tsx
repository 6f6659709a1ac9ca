import type { RightCheck } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import {
  Button,
  Form,
  type LineItem,
  Notice,
  type NoticeTone,
  SummaryList,
  TextField,
  useFormatters,
} from '@irisflow/ui';
import { useState } from 'react';
import { useRightText } from './right-texts.ts';
import { useCertificate } from './use-rights.ts';
import { useValueText } from './use-value-text.ts';

type Known = Extract<RightCheck, { isKnown: true }>;

const tones: Readonly<Record<Known['standing'], NoticeTone>> = {
  valid: 'success',
  notYet: 'warning',
  suspended: 'warning',
  ended: 'danger',
  over: 'danger',
};

const Found = ({ right }: { readonly right: Known }) => {
  const t = useRightText();
  const read = useLocalized();
  const valueText = useValueText();
  const { longDate } = useFormatters();
  const items: LineItem[] = [
    { id: 'kind', term: t('kind'), value: read(right.kind) },
    { id: 'number', term: t('number'), value: right.number },
    { id: 'from', term: t('validFrom'), value: longDate(right.validFrom) },
    { id: 'to', term: t('validTo'), value: right.validTo === null ? t('withoutEnd') : longDate(right.validTo) },
    ...right.values.map((value) => ({ id: value.name, term: read(value.label), value: valueText(value) })),
  ];
  return (
    <div className="iris-stack">
      <Notice tone={tones[right.standing]} title={t(`check.${right.standing}`)} live>
        {t('check.today')}
      </Notice>
      <SummaryList items={items} />
    </div>
  );
};

const Answer = ({ code }: { readonly code: string }) => {
  const t = useRightText();
  return (
    <Answered query={useCertificate(code)}>
      {(answer) =>
        answer.isKnown ? (
          <Found right={answer} />
        ) : (
          <Notice tone="danger" title={t('check.unknown')} live>
            {t('check.unknown.text')}
          </Notice>
        )
      }
    </Answered>
  );
};

/** What stands behind `#` of an address, which browsers send to nobody. */
const codeInAddress = (): string => {
  try {
    return decodeURIComponent(window.location.hash.slice(1));
  } catch {
    return '';
  }
};

/** Where everybody checks by the code of a certificate whether the right still holds. */
export const CheckPage = () => {
  const t = useRightText();
  const [code, setCode] = useState(codeInAddress);
  const [typed, setTyped] = useState(code);
  const submit = (): void => {
    setCode(typed.trim());
  };
  return (
    <Page title={t('check')} lead={t('check.lead')}>
      <div className="iris-stack iris-stack--loose iris-prose">
        {code !== '' && <Answer key={code} code={code} />}
        <Form className="iris-stack" onSubmit={submit}>
          <TextField id="code" label={t('check.code')} hint={t('check.code.hint')} value={typed} onChange={setTyped} />
          <div className="iris-form-actions">
            <Button type="submit" tone={code === '' ? 'primary' : 'secondary'}>
              {t('check.go')}
            </Button>
          </div>
        </Form>
      </div>
    </Page>
  );
};
