import { TextField } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { SettingsPartProps } from './procedure-file.ts';

const WEB = /^https?:\/\//;

/** By which laws the procedure exists, as its page names them. */
export const LegalBasisSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const laws = settings.legalBasis ?? [];
  return (
    <ListEditor
      title={t('settings.legalBasis')}
      hint={t('settings.legalBasisHint')}
      items={laws}
      blank={{ title: { fr: '', nl: '', en: '' }, url: null }}
      itemName={(index) => laws[index]?.title?.[t.locale] || `${index + 1}`}
      onChange={(legalBasis) => change({ legalBasis })}
    >
      {(law, changeLaw, index) => (
        <div className="iris-stack iris-stack--tight">
          <LocalizedField
            label={t('settings.legalBasis.title')}
            value={law.title}
            onChange={(title) => changeLaw({ ...law, title })}
          />
          <TextField
            id={`legal-basis-${index}`}
            optional
            label={t('settings.legalBasis.url')}
            value={law.url ?? ''}
            error={law.url !== null && !WEB.test(law.url) && t('settings.legalBasis.urlWrong')}
            onChange={(url) => changeLaw({ ...law, url: url === '' ? null : url })}
          />
        </div>
      )}
    </ListEditor>
  );
};
