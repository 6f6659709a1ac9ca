import { Checkbox, Notice, SummaryList } from '@irisflow/ui';
import { KeysField } from '../app/KeysField.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameChecks } from '../app/NameChecks.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { controlId } from '../workspace/problem-places.ts';
import type { ProblemAt } from '../workspace/use-problem-places.ts';
import { fieldsOf } from './edit-right.ts';
import { blankText, orNothing, rightFacts, type RightPartProps, type RightSource } from './right-file.ts';

interface PartProps extends RightPartProps {
  problemAt: ProblemAt;
}

/** What everybody reads who checks a certificate. */
const PublicCheck = ({ right }: Pick<PartProps, 'right'>) => {
  const t = useTexts();
  const shown = fieldsOf(right)
    .filter(({ field }) => field.public === true)
    .map(({ name, field }) => field.label?.[t.locale] || name);
  return (
    <>
      <h2>{t('right.publicCheck')}</h2>
      <p>{t('right.publicCheckHint')}</p>
      <SummaryList
        items={[
          {
            id: 'public',
            term: t('right.publicCheckShown'),
            value: [...(['number', 'state', 'validTo'] as const).map((fact) => t(`right.fact.${fact}`)), ...shown].join(
              ', ',
            ),
          },
        ]}
      />
    </>
  );
};

interface SourceProps extends PartProps {
  source: RightSource;
}

const Told = ({ right, source, change, problemAt }: SourceProps) => {
  const t = useTexts();
  const data = fieldsOf(right)
    .filter(({ name, field }) => field.restricted !== true || source.fields?.includes(name))
    .map(({ name, field }) => ({ value: name, label: field.label?.[t.locale] || name }));
  return (
    <NameChecks
      id={controlId('/source/fields')}
      label={t('right.sourceFields')}
      hint={t('right.sourceFieldsHint')}
      choices={[...rightFacts.map((value) => ({ value, label: t(`right.fact.${value}`) })), ...data]}
      value={source.fields ?? []}
      error={
        (source.fields ?? []).length === 0
          ? t('right.sourceFieldsNone')
          : (problemAt('/source/fields') ??
            (source.fields ?? []).map((_, at) => problemAt(`/source/fields/${at}`)).find(Boolean))
      }
      onChange={(fields) => change({ source: { ...source, fields } })}
    />
  );
};

const Source = (props: SourceProps) => {
  const t = useTexts();
  const { right, source, change, problemAt } = props;
  const states = (right.states ?? []).map(({ key, label }) => ({ value: key, label: label?.[t.locale] || key }));
  const set = (part: Partial<RightSource>): void => change({ source: { ...source, ...part } });
  return (
    <>
      <Told {...props} />
      <NameChecks
        id={controlId('/source/states')}
        optional
        label={t('right.sourceStates')}
        hint={t('right.sourceStatesHint')}
        choices={states}
        value={source.states ?? []}
        error={problemAt('/source/states')}
        onChange={(next) => set({ states: orNothing(next) })}
      />
      <LocalizedField
        label={t('right.authorization')}
        hint={t('right.authorizationHint')}
        value={source.authorization}
        onChange={(authorization) => set({ authorization })}
      />
      <KeysField
        id={controlId('/source/administrations')}
        optional
        label={t('right.administrations')}
        hint={t('right.administrationsHint')}
        keys={source.administrations ?? []}
        error={problemAt('/source/administrations')}
        onChange={(next) => set({ administrations: orNothing(next) })}
      />
    </>
  );
};

const blankSource: RightSource = { fields: ['number', 'state', 'validTo'], authorization: blankText };

/** What others are told of a right: everybody who checks a certificate, and administrations that may ask. */
export const RightSharing = (props: PartProps) => {
  const t = useTexts();
  const { right, change, problemAt } = props;
  const problem = problemAt('/source');
  return (
    <div className="iris-stack">
      <PublicCheck right={right} />
      <h2>{t('right.source')}</h2>
      {problem !== undefined && <Notice tone="danger" title={problem} />}
      <Checkbox
        id={controlId('/source')}
        optional
        label={t('right.sourceShared')}
        hint={t('right.sourceSharedHint')}
        value={right.source !== undefined}
        onChange={(isShared) => change({ source: isShared ? blankSource : undefined })}
      />
      {right.source !== undefined && <Source {...props} source={right.source} />}
    </div>
  );
};
