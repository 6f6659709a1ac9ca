import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { TextField } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { OfferedRights } from './OfferedRights.tsx';
import { LegalReferenceField } from './LegalReferenceField.tsx';
import { SourceFacts, type SourcePartProps } from './SourceFacts.tsx';
import { useAnswers } from './use-asked.ts';
import type { ProcedureSource, SettingsPartProps } from './procedure-file.ts';

const blank = { fr: '', nl: '', en: '' };
const blankSource: ProcedureSource = { key: '', name: blank, what: blank, purpose: blank, legalBasis: blank };

const Source = (props: SourcePartProps) => {
  const t = useTexts();
  const { source, change, index } = props;
  return (
    <div className="iris-stack iris-stack--tight">
      <TextField
        id={`source-key-${index}`}
        code
        label={t('settings.key')}
        value={source.key}
        onChange={(key) => change({ ...source, key })}
      />
      {(['name', 'what', 'purpose'] as const).map((part) => (
        <LocalizedField
          key={part}
          label={t(`settings.source.${part}`)}
          value={source[part]}
          onChange={(text) => change({ ...source, [part]: text })}
        />
      ))}
      <LegalReferenceField value={source.legalBasis} onChange={(legalBasis) => change({ ...source, legalBasis })} />
      <SourceFacts {...props} />
    </div>
  );
};

/** The authentic sources that a procedure asks: what, why and by which law. */
export const SourceSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const { sources = [] } = settings;
  const answers = useAnswers(settings.application?.form ?? '');
  return (
    <>
      <ListEditor
        title={t('settings.sources')}
        hint={t('settings.sourcesHint')}
        items={sources}
        blank={blankSource}
        itemName={(index) => sources[index]?.name[t.locale] ?? `${index + 1}`}
        onChange={(next) => change({ sources: next })}
      >
        {(source, changeSource, index) => (
          <Source source={source} change={changeSource} index={index} answers={answers} />
        )}
      </ListEditor>
      <OfferedRights sources={sources} onAdd={(source) => change({ sources: [...sources, source] })} />
    </>
  );
};
